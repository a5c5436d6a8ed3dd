/** After a change of password, address or factors: everything older ends, and the caller goes on with a new token. */
import type { AccountStore } from '../accounts/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { endOtherSessions } from '../sessions/end-other-sessions.ts'
import { type OpenedSession, openSession } from '../sessions/open-session.ts'
import type { SessionStore } from '../sessions/store.ts'

/**
 * Runs in the change's transaction. Sessions and pending attempts of the old security version are dead from here on
 * (security.md 1C, C17; 1F, F1).
 */
export async function renewSession(
  stores: { accounts: AccountStore; sessions: SessionStore },
  deps: { clock: Clock; random: Random },
  caller: Caller,
  context: RequestContext,
): Promise<OpenedSession> {
  await stores.accounts.bumpSecurityVersion(caller)
  await endOtherSessions(stores, caller, caller.sessionId)
  return openSession(stores, deps, {
    principal: caller,
    proofs: caller.proofs,
    fullAt: caller.fullAt,
    context,
    replaces: caller.sessionId,
  })
}
