/** Ends the caller's sessions elsewhere: one, or all but this. */
import { endTrust } from '../access/end-trust.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { SessionId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { endOtherSessions } from '../sessions/end-other-sessions.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { SecurityDeps, SecurityStores } from './deps.ts'

/** Only the caller's own: the owner is in the statement. Refuses: sign_in_needed, session_not_found. */
export function endSession(
  deps: SecurityDeps,
  caller: Caller,
  sessionId: SessionId,
  context: RequestContext,
): Promise<undefined | Refused> {
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    if (!(await stores.sessions.end(caller, sessionId))) return refuse('session_not_found')
    await recordEnded(deps, stores, caller, { ended: 1 }, context)
    return undefined
  })
}

/**
 * Signs out everywhere else, and no browser is trusted any more, this one neither. Pending sign-ins elsewhere have no
 * session yet and stay.
 *
 * Refuses: sign_in_needed.
 */
export function endEveryOtherSession(
  deps: SecurityDeps,
  caller: Caller,
  context: RequestContext,
): Promise<number | Refused> {
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const ended = await endOtherSessions(stores, caller, caller.sessionId)
    const browsers = await endTrust(stores, caller, { keep: caller.sessionId })
    if (ended + browsers > 0) await recordEnded(deps, stores, caller, { ended, browsers }, context)
    return ended
  })
}

function recordEnded(
  deps: SecurityDeps,
  stores: SecurityStores,
  caller: Caller,
  details: { ended: number; browsers?: number },
  context: RequestContext,
): Promise<void> {
  return recordEvent(stores, deps.clock, {
    accountId: caller.accountId,
    actor: caller.principalId,
    subject: caller.principalId,
    action: 'session.ended',
    outcome: 'succeeded',
    context,
    details,
  })
}
