/** Tells a principal of a sign-in that was not as usual, with the link "It wasn't me". */
import type { PrincipalDetails } from '../accounts/account.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { hashToken, newToken } from '../crypto/token.ts'
import { DAY, HOUR } from '../kernel/clock.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { NOT_ME_LINK_LIFE } from '../not-me-links/not-me-link.ts'
import type { UnusualReason } from '../standing/unusual.ts'
import { takeHitIn } from '../throttle/take-hit.ts'
import type { SignInDeps, SignInStores } from './deps.ts'

/**
 * Of one address over all accounts: a right password costs no try, and must not fill a mailbox, least of all one that
 * nobody has proven, or bury the one mail that matters.
 */
const MAILS_PER_ADDRESS = [
  { max: 5, withinMs: HOUR },
  { max: 20, withinMs: DAY },
]

/**
 * Runs in the transaction of the sign-in. An address that nobody has proven gets the mail without the link; beyond the
 * limit there is neither, and the trail alone keeps what was unusual.
 */
export async function tellNewSignIn(
  stores: SignInStores,
  deps: SignInDeps,
  principal: Principal,
  reasons: readonly UnusualReason[],
  context: RequestContext,
): Promise<void> {
  const details = await stores.accounts.details(principal)
  if (details?.email === undefined) return
  const to = { accountId: '', scope: 'new_sign_in:to', subject: details.email.toLowerCase() } as const
  if (await takeHitIn(stores, deps, { ...to, limits: MAILS_PER_ADDRESS })) return
  const { browser, address } = context
  await tellOwner(stores, deps, principal, {
    template: 'new_sign_in',
    browser,
    address,
    country: countryOf(deps, address),
    reasons,
    link: await makeLink(stores, deps, details, context),
  })
}

async function makeLink(
  stores: SignInStores,
  deps: SignInDeps,
  details: PrincipalDetails,
  { browser, address }: RequestContext,
): Promise<string | undefined> {
  const { accountId, principalId, email: mailbox } = details
  const password = await stores.passwords.find(details)
  if (mailbox === undefined || details.emailVerifiedAt === undefined || password === undefined)
    return undefined
  const token = newToken(deps.random)
  const signedInAt = deps.clock.now()
  const expiresAt = signedInAt + NOT_ME_LINK_LIFE
  const about = { mailbox, password: password.sealed, browser, address, signedInAt, expiresAt }
  await stores.notMeLinks.insert({ accountId, principalId, ...about }, hashToken('not_me', token))
  // In the fragment, which no server and no log sees.
  return `${deps.origin.origin}/not-me#token=${token.open()}`
}

/** In words; what cannot be looked up is left out. */
function countryOf({ places }: SignInDeps, address: string): string | undefined {
  try {
    const place = places.find(address)
    return place?.countryName ?? place?.country
  } catch {
    return undefined
  }
}
