/** What must be kept of accounts, their main principals and addresses. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { AccountLine, FoundPrincipal, PrincipalDetails } from './account.ts'
import type { CanonicalEmail } from './canonical-email.ts'

export type AccountStore = {
  /** Makes an account with its main principal and verified email; false when the name is taken. */
  readonly createMain: (principal: Principal, email: CanonicalEmail, now: Instant) => Promise<boolean>
  readonly findByName: (nameKey: string) => Promise<FoundPrincipal | undefined>
  readonly details: (principal: Principal) => Promise<PrincipalDetails | undefined>
  /** The main account's own principal. */
  readonly mainOf: (accountId: AccountId) => Promise<PrincipalId | undefined>
  /** Ends, from this statement on, every session and attempt of an older version. */
  readonly bumpSecurityVersion: (principal: Principal) => Promise<void>
  /** Sets the verified address, and moves a main account's sign-in name; false when that is taken. */
  readonly changeEmail: (principal: Principal, email: CanonicalEmail, now: Instant) => Promise<boolean>
  readonly setPhone: (principal: Principal, number: string, now: Instant) => Promise<void>
  readonly removePhone: (principal: Principal) => Promise<boolean>
  readonly isEmpty: () => Promise<boolean>
  /** In order of account id, after one. */
  readonly list: (page: { after: string; limit: number }) => Promise<readonly AccountLine[]>
  readonly replaceSetUpToken: (tokenHash: string, now: Instant) => Promise<void>
  readonly hasSetUpToken: (tokenHash: string) => Promise<boolean>
  /** Whether the token was there, which it then no longer is. */
  readonly spendSetUpToken: (tokenHash: string) => Promise<boolean>
}
