/** A user's profile as a form holds it, and what a change of it sends. */
import type { Call } from '@sallyport/contract'
import type { User } from './user.ts'

export type Profile = {
  readonly displayName: string
  readonly comment: string
  readonly email: string
  readonly phone: string
  readonly mfaBindRequired: boolean
  readonly passwordResetRequired: boolean
}

type Changes = Call<'PATCH /api/ram/users/:id'>['body']

/** An address that is not there is an empty field. */
export function profileOf(user: User): Profile {
  const { displayName, comment, mfaBindRequired, passwordResetRequired } = user
  return {
    displayName,
    comment,
    mfaBindRequired,
    passwordResetRequired,
    email: user.email?.address ?? '',
    phone: user.phone?.number ?? '',
  }
}

/** What differs; an emptied address is taken away. */
export function changesOf(before: Profile, after: Profile): Changes {
  const differs = (name: 'displayName' | 'comment' | 'email' | 'phone') => after[name].trim() !== before[name]
  const marked = (name: 'mfaBindRequired' | 'passwordResetRequired') => after[name] !== before[name]
  return {
    ...(differs('displayName') ? { displayName: after.displayName.trim() } : {}),
    ...(differs('comment') ? { comment: after.comment.trim() } : {}),
    ...(differs('email') ? { email: after.email.trim() || null } : {}),
    ...(differs('phone') ? { phone: after.phone.trim() || null } : {}),
    ...(marked('mfaBindRequired') ? { mfaBindRequired: after.mfaBindRequired } : {}),
    ...(marked('passwordResetRequired') ? { passwordResetRequired: after.passwordResetRequired } : {}),
  }
}
