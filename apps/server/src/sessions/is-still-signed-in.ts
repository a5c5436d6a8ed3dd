/** Whether the caller's session still stands, asked inside the transaction of a change. */
import type { Clock } from '../kernel/clock.ts'
import type { Caller } from '../kernel/principal.ts'
import type { SessionStore } from './store.ts'

/**
 * A request is let in before its body is read and before slow work such as hashing: its session may have ended since,
 * and a session that has ended changes nothing and is never opened anew (security.md 1C, C17; 1F, F1).
 */
export async function isStillSignedIn(
  stores: { sessions: SessionStore },
  deps: { clock: Clock },
  caller: Caller,
): Promise<boolean> {
  const live = await stores.sessions.listLive(caller, deps.clock.now())
  return live.some((session) => session.sessionId === caller.sessionId)
}
