/** What a change of password, address or factors does to access: all else ends, and this session goes on under a new token. */
import type { AccountStore } from '../accounts/store.ts'
import type { Clock, Instant } from '../kernel/clock.ts'
import type { SessionId } from '../kernel/ids.ts'
import type { Caller, Principal, RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import type { Random } from '../kernel/random.ts'
import { endOtherSessions } from '../sessions/end-other-sessions.ts'
import { type OpenedSession, openSession } from '../sessions/open-session.ts'
import type { SessionStore } from '../sessions/store.ts'

/** Of sign-in attempts nothing more is asked than that they end. */
export type AttemptEnder = { readonly endAll: (principal: Principal) => Promise<number> }

export type AccessStores = { accounts: AccountStore; attempts: AttemptEnder; sessions: SessionStore }

/** Ends every session and attempt of a principal, or every session but one (security.md 1C, C17). */
export async function endAccess(
  stores: AccessStores,
  principal: Principal,
  keep?: SessionId,
): Promise<{ sessions: number; attempts: number }> {
  await stores.accounts.bumpSecurityVersion(principal)
  return {
    sessions: await endOtherSessions(stores, principal, keep),
    attempts: await stores.attempts.endAll(principal),
  }
}

/**
 * Runs in the change's transaction, after it asked whether the session still stands. Ends the principal's other sessions
 * and pending attempts, and opens the caller's anew: a new id and a new token (security.md 1F, F1 and F5).
 *
 * @param now the proofs that count from here on, where the change made others of them; else the session's own
 */
export async function renewSession(
  stores: AccessStores,
  deps: { clock: Clock; random: Random },
  caller: Caller,
  now: { context: RequestContext; proofs?: readonly Proof[]; fullAt?: Instant },
): Promise<OpenedSession> {
  await endAccess(stores, caller, caller.sessionId)
  return openSession(stores, deps, {
    principal: caller,
    proofs: now.proofs ?? caller.proofs,
    fullAt: now.fullAt ?? caller.fullAt,
    context: now.context,
    replaces: caller.sessionId,
  })
}
