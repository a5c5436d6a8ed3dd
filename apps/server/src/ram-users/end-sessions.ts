/** Ends sessions of a user from outside: one, or every one and with it all that a password alone opens. */
import { endAccess } from '../access/renew-session.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PrincipalId, SessionId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { RamUser } from '../users/user.ts'
import { type Actor, actOnUser } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

/** Refuses: session_not_found, and what `actOnUser` refuses. */
export function endUserSession(
  deps: RamUserDeps,
  actor: Actor,
  input: { id: PrincipalId; sessionId: SessionId },
  context: RequestContext,
): Promise<RamUser | Refused> {
  return actOnUser(deps, actor, input, async (stores: RamUserStores, user) => {
    if (!(await stores.sessions.end(user, input.sessionId))) return refuse('session_not_found')
    await record(deps, stores, { actor, user, details: { ended: 1 } }, context)
    return undefined
  })
}

/**
 * Pending sign-ins end too, and no browser is trusted any more, since the principal's security version goes up.
 *
 * @returns how many sessions ended
 *
 * Refuses: what `actOnUser` refuses.
 */
export async function endUserSessions(
  deps: RamUserDeps,
  actor: Actor,
  id: PrincipalId,
  context: RequestContext,
): Promise<number | Refused> {
  let ended = 0
  const acted = await actOnUser(deps, actor, { id }, async (stores: RamUserStores, user) => {
    const { sessions, attempts } = await endAccess(stores, user)
    ended = sessions
    await record(deps, stores, { actor, user, details: { ended, attempts } }, context)
    return undefined
  })
  return isRefused(acted) ? acted : ended
}

function record(
  deps: RamUserDeps,
  stores: RamUserStores,
  of: { actor: Actor; user: RamUser; details: Readonly<Record<string, number>> },
  context: RequestContext,
): Promise<void> {
  return recordEvent(stores, deps.clock, {
    accountId: of.user.accountId,
    actor: of.actor.principalId,
    subject: of.user.principalId,
    action: 'session.ended',
    outcome: 'succeeded',
    context,
    details: of.details,
  })
}
