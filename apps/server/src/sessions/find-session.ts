/** Finds the live session of a token, and notes that it was seen. */
import { hashToken } from '../crypto/token.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Secret } from '../kernel/secret.ts'
import { isOver, SEEN_GRAIN, type Session } from './session.ts'
import type { SessionStore } from './store.ts'

type Deps = {
  read: { sessions: SessionStore }
  atomically: Atomically<{ sessions: SessionStore }>
  clock: Clock
}

/**
 * The session of a token, or undefined when it is unknown, ended, idle for too long, past its end, or older than the
 * principal's last change of password or factors (security.md 1F, F1).
 */
export async function findSession(deps: Deps, token: Secret<string>): Promise<Session | undefined> {
  const session = await deps.read.sessions.findLive(hashToken('session', token))
  const now = deps.clock.now()
  if (session === undefined || isOver(session, now)) return undefined
  if (now - session.lastSeenAt >= SEEN_GRAIN)
    await deps.atomically((stores) => stores.sessions.touch(session, now))
  return session
}
