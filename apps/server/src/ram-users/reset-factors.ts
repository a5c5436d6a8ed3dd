/** Helps whoever lost the phone: an administrator takes every factor off a user, who sets MFA up at the next sign-in. */
import { endAccess } from '../access/renew-session.ts'
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
 * end, the user is marked and has no days of grace, the trail names the administrator and a user who lost anything is
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
    const devices = await stores.totp.removeAll(user)
    const pending = await stores.totp.dropPending(user)
    const recoveryCodes = await stores.recoveryCodes.removeAll(user)
    const browsers = await stores.devices.forgetAll(user)
    await stores.bypassCodes.remove(user)
    await stores.users.change(user, { mfaBindRequired: true })
    await stores.users.setGrace(user, deps.clock.now())
    const { sessions } = await endAccess(stores, user)
    await recordEvent(stores, deps.clock, {
      accountId: user.accountId,
      actor: actor.principalId,
      subject: user.principalId,
      action: 'user.mfa_reset',
      outcome: 'succeeded',
      context,
      details: { devices, recoveryCodes, browsers, sessions },
    })
    if (devices > 0 || recoveryCodes > 0 || pending)
      await tellOwner(stores, deps, user, { template: 'mfa_reset_by_administrator' })
    return undefined
  })
}
