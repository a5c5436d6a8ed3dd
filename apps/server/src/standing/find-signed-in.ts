/** From a session's token to who is signed in and where that principal stands. */
import { HOUR } from '../kernel/clock.ts'
import type { Secret } from '../kernel/secret.ts'
import { findSession } from '../sessions/find-session.ts'
import type { Session } from '../sessions/session.ts'
import { findStanding, type StandingStores } from './find-standing.ts'
import type { Standing } from './standing.ts'

type SessionDeps = Parameters<typeof findSession>[0]

export type SignedInDeps = SessionDeps & { read: SessionDeps['read'] & StandingStores }

/** Undefined without a live session, and for a user whose account lets sessions last less long than this one has. */
export async function findSignedIn(
  deps: SignedInDeps,
  token: Secret<string> | undefined,
): Promise<{ session: Session; standing: Standing } | undefined> {
  const session = token && (await findSession(deps, token))
  const standing = session && (await findStanding(deps.read, deps, session, session))
  if (session === undefined || standing === undefined) return undefined
  const live = deps.clock.now() < session.openedAt + standing.sessionHours * HOUR
  return live ? { session, standing } : undefined
}
