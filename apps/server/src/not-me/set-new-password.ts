/** Sets the password that takes the place of a void one, by the link that made it void. */
import { endAccess } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import { DAY, HOUR } from '../kernel/clock.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { matchesPassword } from '../passwords/check-password.ts'
import { contextOf, judgePassword } from '../passwords/judge-password.ts'
import { keepPast, refuseReused } from '../passwords/past-passwords.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import { type HitKey, takeHit } from '../throttle/take-hit.ts'
import { hasOwnPassword } from '../users/user.ts'
import type { NotMeDeps } from './deps.ts'
import { type FoundLink, findLink, readLink } from './find-link.ts'

/** Comparisons with the old password by links of one principal; a new one forgets them. */
const TRIES = [
  { max: 10, withinMs: HOUR },
  { max: 30, withinMs: DAY },
]

type Input = {
  readonly token: Secret<string>
  readonly newPassword: Secret<string>
  readonly oldPassword: Secret<string>
}

/**
 * Spends the link and every other of the principal in the transaction that sets the password. Nobody is signed in by it,
 * and a second factor that is bound is asked for at the sign-in as always (security.md 1E, E14). The old password comes
 * beside the new one: a mailbox alone is one method, and recovery needs two (security.md 7, invariant 6). It is the one that
 * signed in, whatever a thief put in its place meanwhile.
 *
 * Refuses: too_many_requests, link_expired, method_unavailable while access was not ended, the rules of new passwords,
 * password_wait, password_wrong, password_unchanged, password_reused, server_busy.
 */
export async function setNewPassword(
  deps: NotMeDeps,
  input: Input,
  context: RequestContext,
): Promise<{ done: true } | Refused> {
  const found = await findLink(deps, input.token, context)
  if (isRefused(found)) return found
  if (!found.ended) return refuse('method_unavailable')
  const { details, tokenHash } = found
  const tries: HitKey = {
    accountId: details.accountId,
    scope: 'void_password',
    subject: details.principalId,
  }
  const phc = await judge(deps, found, input, tries)
  if (isRefused(phc)) {
    if (phc.refused === 'password_wrong') await recordWrong(deps, found, context)
    return phc
  }
  return orBrokenOff(
    deps.atomically(async (stores) => {
      const live = await readLink(stores, deps, tokenHash)
      const now = deps.clock.now()
      // Renewed by an administrator or set by another link while the hash was computed.
      if (!live?.ended) throw new BreakOff(refuse('link_expired'))
      if (!(await stores.notMeLinks.spend(tokenHash, now))) throw new BreakOff(refuse('link_expired'))
      await stores.notMeLinks.removeAll(details)
      const user = await stores.users.find(details)
      if (user !== undefined && hasOwnPassword(user)) await keepPast(stores, deps, details)
      await storePassword(stores, deps, details, phc, now)
      if (user !== undefined) await stores.users.setPasswordState(details, 'own', undefined)
      await stores.throttle.dropHits(tries)
      await endAccess(stores, details)
      await recordEvent(stores, deps.clock, {
        accountId: details.accountId,
        actor: details.principalId,
        subject: details.principalId,
        action: 'password.changed',
        outcome: 'succeeded',
        context,
      })
      await tellOwner(stores, deps, details, { template: 'password_changed' })
      return { done: true } as const
    }),
  )
}

/** The new password's hash, once it may be set: each comparison with the old one counts, right or wrong. */
async function judge(
  deps: NotMeDeps,
  found: FoundLink,
  { newPassword, oldPassword }: Input,
  tries: HitKey,
): Promise<string | Refused> {
  const { link, details, standing, password } = found
  const judged = await judgePassword(newPassword.open(), {
    minimum: standing.minimumPasswordLength,
    context: [
      ...contextOf(details.email ?? '', deps.productName),
      ...contextOf(standing.signInName, deps.productName),
    ],
    field: 'newPassword',
  })
  if (judged) return judged
  const full = await takeHit(deps, { ...tries, limits: TRIES })
  if (full) return refuse('password_wait', full)
  const right = await matchesPassword(deps, details, link.password, oldPassword)
  if (isRefused(right)) return right
  if (!right) return refuse('password_wrong', { field: 'oldPassword' })
  for (const sealed of new Set([link.password, password.sealed])) {
    const same = await matchesPassword(deps, details, sealed, newPassword)
    if (isRefused(same)) return same
    if (same) return refuse('password_unchanged', { field: 'newPassword' })
  }
  const reused = details.kind === 'ram' ? await refuseReused(deps, details, newPassword) : undefined
  return reused ?? hashPassword(deps.hasher, newPassword)
}

function recordWrong(deps: NotMeDeps, { details }: FoundLink, context: RequestContext): Promise<void> {
  return deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      accountId: details.accountId,
      actor: details.principalId,
      subject: details.principalId,
      action: 'password.change_refused',
      outcome: 'refused',
      reason: 'password_wrong',
      context,
    }),
  )
}
