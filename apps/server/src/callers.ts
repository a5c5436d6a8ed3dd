/** From a request's cookie to its caller. */
import type { CookieJar } from './http/cookies.ts'
import type { Caller } from './kernel/principal.ts'
import { findSignedIn, type SignedInDeps } from './standing/find-signed-in.ts'

/** The caller of a live session, or undefined: a pending attempt's cookie is none (security.md 1C, C2). */
export async function findCaller(deps: SignedInDeps, cookies: CookieJar): Promise<Caller | undefined> {
  const found = await findSignedIn(deps, cookies.get('session'))
  if (found === undefined) return undefined
  const { accountId, principalId, sessionId, proofs, fullAt } = found.session
  const { kind, role, signInName, owes, obliged, minimumPasswordLength } = found.standing
  const standing = { kind, role, signInName, owes, obliged, minimumPasswordLength }
  return { accountId, principalId, sessionId, proofs, fullAt, ...standing }
}
