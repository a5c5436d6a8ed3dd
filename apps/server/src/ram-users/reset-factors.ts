/** Helps whoever lost the phone: an administrator or the operator takes every factor off a user, who sets MFA up at the next sign-in. */
import { takeFactors } from '../access/take-factors.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { RamUser } from '../users/user.ts'
import { type Actor, actOnUser } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

/**
 * All or nothing: devices bound and pending, recovery codes, known browsers and a bypass code go, sessions and attempts
 * end, the user is marked and has no days of grace, the trail names who did it and a user who lost anything is
 * told.
 *
 * Refuses: what `actOnUser` refuses.
 *
 * Security.md 1I, I8.
 */
export function resetFactors(
  deps: RamUserDeps,
  actor: Actor,
  id: PrincipalId,
  context: RequestContext,
): Promise<RamUser | Refused> {
  return actOnUser(deps, actor, { id }, async (stores: RamUserStores, user) => {
    const { taken, lost } = await takeFactors(stores, user)
    await stores.users.change(user, { mfaBindRequired: true })
    await stores.users.setGrace(user, deps.clock.now())
    await recordEvent(stores, deps.clock, {
      accountId: user.accountId,
      actor: actor.principalId,
      subject: user.principalId,
      action: 'user.mfa_reset',
      outcome: 'succeeded',
      context,
      details: taken,
    })
    const template = actor.kind === 'operator' ? 'mfa_reset' : 'mfa_reset_by_administrator'
    if (lost) await tellOwner(stores, deps, user, { template })
    return undefined
  })
}
