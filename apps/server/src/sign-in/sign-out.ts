/** Ends the caller's own session on the server. */
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import type { SessionStore } from '../sessions/store.ts'

/** The cookie is worth nothing from here on, wherever it was copied to (security.md 1F, F8). */
export function signOut(
  deps: { atomically: Atomically<{ audit: AuditStore; sessions: SessionStore }>; clock: Clock },
  caller: Caller,
  context: RequestContext,
): Promise<void> {
  return deps.atomically(async (stores) => {
    await stores.sessions.end(caller, caller.sessionId)
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'sign_out',
      outcome: 'succeeded',
      context,
    })
  })
}
