/** Which refusals of a proof stand at the field where the proof is typed. */
import type { Refused } from '../wire/call.ts'

const atTheCode = new Set<Refused['code']>([
  'code_malformed',
  'code_wrong',
  'code_spent',
  'code_expired',
  'code_not_sent',
  'recovery_code_malformed',
  'recovery_code_wrong',
])

/** True where the refusal is about what stands in the field, so that it is said there and the field is typed anew. */
export function isAboutCode(code: Refused['code']): boolean {
  return atTheCode.has(code)
}
