/** What every change of factors does to sessions: all others end, and this one goes on under a new token. */
import type { Caller, Principal, RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { endOtherSessions } from '../sessions/end-other-sessions.ts'
import { type OpenedSession, openSession } from '../sessions/open-session.ts'
import type { BindingDeps, BindingStores } from './deps.ts'

type SessionPart = Pick<BindingStores, 'accounts' | 'attempts' | 'sessions'>

/** Ends every session and attempt of a principal, or every session but one (security.md 1C, C17). */
export async function endAccess(
  stores: SessionPart,
  principal: Principal,
  keep?: Caller['sessionId'],
): Promise<{ sessions: number; attempts: number }> {
  await stores.accounts.bumpSecurityVersion(principal)
  return {
    sessions: await endOtherSessions(stores, principal, keep),
    attempts: await stores.attempts.endAll(principal),
  }
}

/**
 * Ends the principal's other sessions and pending attempts, and opens the caller's anew with the proofs that now count:
 * a new id and a new token, since the level may have changed (security.md 1F, F5).
 */
export async function renewSession(
  stores: SessionPart,
  deps: Pick<BindingDeps, 'clock' | 'random'>,
  caller: Caller,
  now: { proofs: readonly Proof[]; fullAt: number; context: RequestContext },
): Promise<OpenedSession> {
  await endAccess(stores, caller, caller.sessionId)
  return openSession(stores, deps, { principal: caller, ...now, replaces: caller.sessionId })
}
