/** Which field a refusal of a new address or of its code is about. */
import { isAboutCode } from '../proof/code-errors.ts'
import type { Refused } from '../wire/call.ts'

const aboutAddress = new Set<Refused['code']>(['email_invalid', 'email_unchanged', 'phone_invalid'])

/** Null where it is about neither, or its field is not shown. */
export function addressFieldOf(code: Refused['code'], codeSent: boolean): 'address' | 'code' | null {
  if (!codeSent && aboutAddress.has(code)) return 'address'
  if (codeSent && isAboutCode(code)) return 'code'
  return null
}
