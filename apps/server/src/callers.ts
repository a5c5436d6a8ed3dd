/** From a request's cookie to its caller. */
import type { CookieJar } from './http/cookies.ts'
import type { Caller } from './kernel/principal.ts'
import { findSession } from './sessions/find-session.ts'

/** The caller of a live session, or undefined: a pending attempt's cookie is none (security.md 1C, C2). */
export async function findCaller(
  deps: Parameters<typeof findSession>[0],
  cookies: CookieJar,
): Promise<Caller | undefined> {
  const token = cookies.get('session')
  const session = token && (await findSession(deps, token))
  if (session === undefined) return undefined
  const { accountId, principalId, sessionId, proofs, fullAt } = session
  return { accountId, principalId, sessionId, proofs, fullAt }
}
