/** Which field of a user's form a refusal is about. */
import type { Refused } from '../wire/call.ts'

export type UserField = 'name' | 'email' | 'phone'

const fields: Partial<Record<Refused['code'], UserField>> = {
  user_name_invalid: 'name',
  user_name_taken: 'name',
  email_invalid: 'email',
  user_email_missing: 'email',
  phone_invalid: 'phone',
}

/** Null where it is about none of them. */
export function userFieldOf({ code }: Pick<Refused, 'code'>): UserField | null {
  return fields[code] ?? null
}
