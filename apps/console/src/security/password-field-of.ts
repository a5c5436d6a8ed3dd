/** Which field of a password change a refusal is about. */
import type { Refused } from '../wire/call.ts'

const fields: Partial<Record<Refused['code'], 'current' | 'next'>> = {
  password_wrong: 'current',
  password_wait: 'current',
  password_too_short: 'next',
  password_too_long: 'next',
  password_common: 'next',
  password_contains_context: 'next',
  password_repetitive: 'next',
  password_unchanged: 'next',
  password_reused: 'next',
}

/** Null where it is about neither. */
export function passwordFieldOf(code: Refused['code']): 'current' | 'next' | null {
  return fields[code] ?? null
}
