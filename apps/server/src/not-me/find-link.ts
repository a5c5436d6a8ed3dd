/** Whose link "It wasn't me" a token is, and what it can still do. */
import type { PrincipalDetails } from '../accounts/account.ts'
import { hashToken } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import type { NotMeLink } from '../not-me-links/not-me-link.ts'
import type { KeptPassword } from '../passwords/store.ts'
import { findStanding } from '../standing/find-standing.ts'
import type { Standing } from '../standing/standing.ts'
import { refuseLink } from '../throttle/refuse-link.ts'
import type { NotMeDeps, NotMeStores } from './deps.ts'

export type LiveLink = {
  readonly link: NotMeLink
  readonly details: PrincipalDetails
  readonly standing: Standing
  readonly password: KeptPassword
  /** Access was ended already; a new password is what is left to do. */
  readonly ended: boolean
}

export type FoundLink = LiveLink & { readonly tokenHash: string }

/**
 * Spends nothing: mail programs open links too. A token that is none costs the address a try.
 *
 * Refuses: too_many_requests, link_expired.
 */
export async function findLink(
  deps: NotMeDeps,
  token: Secret<string>,
  context: RequestContext,
): Promise<FoundLink | Refused> {
  const tokenHash = hashToken('not_me', token)
  const live = await readLink(deps.read, deps, tokenHash)
  return live === undefined ? refuseLink(deps, context) : { ...live, tokenHash }
}

/**
 * A live link whose mailbox is still the principal's proven one, of somebody who may sign in and has a password; over
 * committed rows or in a transaction.
 */
export async function readLink(
  read: NotMeStores,
  deps: { clock: Clock },
  tokenHash: string,
): Promise<LiveLink | undefined> {
  const link = await read.notMeLinks.find(tokenHash, deps.clock.now())
  const details = link && (await read.accounts.details(link))
  if (link === undefined || details?.emailVerifiedAt === undefined) return undefined
  if (details.email !== link.mailbox) return undefined
  const nobody = { proofs: [], laterAt: undefined, unusual: false }
  const standing = await findStanding(read, deps, details, nobody)
  const password = await read.passwords.find(details)
  if (standing === undefined || password === undefined) return undefined
  return {
    link,
    details,
    standing,
    password,
    ended: password.voidAt !== undefined,
  }
}
