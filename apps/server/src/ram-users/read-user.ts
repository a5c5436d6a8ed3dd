/** Reads what was typed of a new user. */
import type { Call } from '@sallyport/contract'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { canonicalPhone } from '../accounts/canonical-phone.ts'
import { refuse } from '../kernel/refusal.ts'
import { userName } from '../users/user.ts'

/** By hand in a form, or as a line of a file, which may name groups. */
export type TypedUser = Call<'POST /api/ram/users'>['body'] & { readonly groups?: readonly string[] }

/** Refuses: user_name_invalid, email_invalid, phone_invalid, user_email_missing. */
export function readUser(typed: TypedUser) {
  const name = userName(typed.name)
  if (name === undefined) return refuse('user_name_invalid', { field: 'name' })
  const email = typed.email === undefined ? undefined : canonicalEmail(typed.email)
  if (typed.email !== undefined && email === undefined) return refuse('email_invalid', { field: 'email' })
  const phone = typed.phone === undefined ? undefined : canonicalPhone(typed.phone)
  if (typed.phone !== undefined && phone === undefined) return refuse('phone_invalid', { field: 'phone' })
  if (typed.firstPassword === 'invitation' && email === undefined)
    return refuse('user_email_missing', { field: 'email' })
  return {
    name,
    email,
    phone,
    displayName: typed.displayName?.trim() ?? '',
    comment: typed.comment?.trim() ?? '',
  }
}
