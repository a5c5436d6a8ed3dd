/** Puts the set-up of MFA off for one session, while the grace lasts. */
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Caller } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { SessionStore } from '../sessions/store.ts'
import { findStanding, type StandingStores } from '../standing/find-standing.ts'
import { refuseOwed } from '../standing/refuse-owed.ts'

/**
 * Where nothing is owed nothing need be put off.
 *
 * Refuses: new_password_required, mfa_setup_required where the grace is over or a bypass code opened the session,
 * sign_in_needed.
 */
export function putOffSetUp(
  deps: { atomically: Atomically<StandingStores & { sessions: SessionStore }>; clock: Clock },
  caller: Caller,
): Promise<Refused | { done: true }> {
  return deps.atomically(async (stores) => {
    const now = deps.clock.now()
    const live = await stores.sessions.listLive(caller, now)
    const session = live.find(({ sessionId }) => sessionId === caller.sessionId)
    const standing = session && (await findStanding(stores, deps, caller, { ...session, laterAt: now }))
    if (standing === undefined) return refuse('sign_in_needed')
    const refused = refuseOwed(standing.owes)
    if (refused) return refused
    await stores.sessions.noteLater(caller, caller.sessionId, now)
    return { done: true }
  })
}
