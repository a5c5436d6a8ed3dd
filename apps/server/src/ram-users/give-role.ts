/** Gives a user a role of the RAM console, or takes it away. */
import type { Role } from '@sallyport/contract'
import { endAccess } from '../access/renew-session.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { RamUser } from '../users/user.ts'
import { actOnUser } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

/**
 * Nobody is made an owner. Sessions of the old role end, and a bypass code that somebody below the new role may have made,
 * so that nothing goes on under it (security.md 1I, I2).
 *
 * Refuses: rank_too_low, and what `actOnUser` refuses.
 */
export async function giveRole(
  deps: RamUserDeps,
  caller: Caller,
  input: { id: PrincipalId; role: Role },
  context: RequestContext,
): Promise<RamUser | Refused> {
  const { id, role } = input
  if (role === 'owner' || caller.role !== 'owner') return refuse('rank_too_low', { field: 'role' })
  return actOnUser(deps, caller, { id }, async (stores: RamUserStores, user) => {
    if (user.role === role) return undefined
    await stores.users.setRole(user, role)
    await stores.bypassCodes.remove(user)
    const { sessions } = await endAccess(stores, user)
    await recordEvent(stores, deps.clock, {
      accountId: user.accountId,
      actor: caller.principalId,
      subject: user.principalId,
      action: 'user.role_given',
      outcome: 'succeeded',
      context,
      details: { role, before: user.role, sessions },
    })
    return undefined
  })
}
