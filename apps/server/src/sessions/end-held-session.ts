/** Ends the session that a browser held when somebody signs in or registers in it. */
import type { Secret } from '../kernel/secret.ts'
import { findSession } from './find-session.ts'

/** Perhaps another principal's: a change of subject always ends the old session (security.md 1F, F4). */
export async function endHeldSession(
  deps: Parameters<typeof findSession>[0],
  token: Secret<string> | undefined,
): Promise<void> {
  const session = token && (await findSession(deps, token))
  if (session) await deps.atomically((stores) => stores.sessions.end(session, session.sessionId))
}
