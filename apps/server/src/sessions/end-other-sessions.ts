/** Ends a principal's sessions, all or all but one. */
import type { SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { SessionStore } from './store.ts'

/** @returns how many ended */
export function endOtherSessions(
  stores: { sessions: SessionStore },
  principal: Principal,
  keep?: SessionId,
): Promise<number> {
  return stores.sessions.endAll(principal, keep)
}
