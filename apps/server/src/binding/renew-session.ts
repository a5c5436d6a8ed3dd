/** What every change of factors does to sessions: all others end, and this one goes on under a new token. */
import type { Caller, Principal, RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { endOtherSessions } from '../sessions/end-other-sessions.ts'
import { type OpenedSession, openSession } from '../sessions/open-session.ts'
import type { BindingDeps, BindingStores } from './deps.ts'

type SessionPart = Pick<BindingStores, 'accounts' | 'attempts' | 'sessions'>

/**
 * Whether the caller's session still stands, asked inside the transaction of the change: it may have been ended since
 * the request was let in.
 */
export async function isStillSignedIn(
  stores: Pick<BindingStores, 'sessions'>,
  deps: Pick<BindingDeps, 'clock'>,
  caller: Caller,
): Promise<boolean> {
  const live = await stores.sessions.listLive(caller, deps.clock.now())
  return live.some((session) => session.sessionId === caller.sessionId)
}

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
