/** Changes a user's profile, addresses and mark. */
import type { Call } from '@sallyport/contract'
import { endAccess } from '../access/renew-session.ts'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { canonicalPhone } from '../accounts/canonical-phone.ts'
import { maskEmail, maskPhone } from '../accounts/mask.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { UserEmail } from '../users/store.ts'
import type { RamUser } from '../users/user.ts'
import { actOnUser } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

type Typed = Call<'PATCH /api/ram/users/:id'>['body']

/** `null` takes an address away; what is undefined stays. */
type Changes = Pick<Typed, 'displayName' | 'comment' | 'mfaBindRequired' | 'passwordResetRequired'> & {
  readonly email: UserEmail | null | undefined
  readonly phone: string | null | undefined
}

/**
 * An address that is really another one is unverified, and an invitation that went to the old one stops working. An
 * address that was proven is told, and where one on file is replaced or goes, sessions and attempts end (security.md 1C,
 * C17).
 *
 * Where a password must be replaced, sessions and attempts end too, with known browsers and a bypass code: only who signs
 * in anew, with the second factor where one is bound, chooses the next one.
 *
 * Refuses: email_invalid, phone_invalid, user_password_not_own, and what `actOnUser` refuses.
 */
export async function changeUser(
  deps: RamUserDeps,
  caller: Caller,
  input: { id: PrincipalId; typed: Typed },
  context: RequestContext,
): Promise<RamUser | Refused> {
  const changes = readChanges(input.typed)
  if (isRefused(changes)) return changes
  return actOnUser(deps, caller, { id: input.id }, async (stores: RamUserStores, user) => {
    await stores.users.change(user, changes)
    const required = changes.passwordResetRequired
    if (required !== undefined && !(await stores.users.requireNewPassword(user, required)))
      return refuse('user_password_not_own', { field: 'passwordResetRequired' })
    const resets = required === true && user.passwordState === 'own'
    if (resets) await forgetWays(stores, user)
    const addresses = await changeAddresses(stores, deps, user, changes)
    const ended = resets || moves(user, changes) ? { sessions: (await endAccess(stores, user)).sessions } : {}
    await recordEvent(stores, deps.clock, {
      accountId: user.accountId,
      actor: caller.principalId,
      subject: user.principalId,
      action: 'user.changed',
      outcome: 'succeeded',
      context,
      details: {
        fields: Object.keys(input.typed).toSorted().join(' '),
        ...addresses,
        ...ended,
        ...(changes.mfaBindRequired === undefined ? {} : { mfaBindRequired: changes.mfaBindRequired }),
        ...(required === undefined ? {} : { passwordResetRequired: required }),
      },
    })
    return undefined
  })
}

/** Adding the first of a kind takes nothing from anybody. */
function moves(user: RamUser, { email, phone }: Changes): boolean {
  return (
    (email !== undefined && user.email !== undefined && email?.address !== user.email) ||
    (phone !== undefined && user.phone !== undefined && phone !== user.phone)
  )
}

/** Whoever has the password now may be who must not: what it opened without a second factor does not count any more. */
async function forgetWays(stores: RamUserStores, user: RamUser): Promise<void> {
  await stores.devices.forgetAll(user)
  await stores.usualSignIns.forget(user)
  await stores.bypassCodes.remove(user)
  await stores.notMeLinks.removeAll(user)
}

/** @returns what of it goes into the trail */
async function changeAddresses(
  stores: RamUserStores,
  deps: RamUserDeps,
  user: RamUser,
  { email, phone }: Changes,
): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  if (email !== undefined && (email?.address ?? undefined) !== user.email) {
    const newHint = email === null ? '' : maskEmail(email.address)
    told['email'] = newHint
    if (user.emailVerifiedAt !== undefined)
      await tellOwner(stores, deps, user, { template: 'email_changed', newHint })
    await stores.invitations.removeAll(user)
    await stores.users.setEmail(user, email ?? undefined)
  }
  if (phone !== undefined && (phone ?? undefined) !== user.phone) {
    const hint = phone === null ? '' : maskPhone(phone)
    told['phone'] = hint
    await tellOwner(
      stores,
      deps,
      user,
      phone === null ? { template: 'phone_removed' } : { template: 'phone_changed', hint },
    )
    await stores.users.setPhone(user, phone ?? undefined)
  }
  return told
}

function readChanges(typed: Typed): Changes | Refused {
  const { email, phone, displayName, comment, ...rest } = typed
  const readEmail = typeof email === 'string' ? canonicalEmail(email) : email
  if (typeof email === 'string' && readEmail === undefined) return refuse('email_invalid', { field: 'email' })
  const readPhone = typeof phone === 'string' ? canonicalPhone(phone) : phone
  if (typeof phone === 'string' && readPhone === undefined) return refuse('phone_invalid', { field: 'phone' })
  return {
    ...rest,
    ...(displayName === undefined ? {} : { displayName: displayName.trim() }),
    ...(comment === undefined ? {} : { comment: comment.trim() }),
    email: readEmail,
    phone: readPhone,
  }
}
