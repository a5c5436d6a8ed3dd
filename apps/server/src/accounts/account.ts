/** Accounts and their principals as the rules see them. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

export type FoundPrincipal = Principal & { readonly securityVersion: number }

export type PrincipalDetails = FoundPrincipal & {
  readonly kind: 'main' | 'ram'
  /** A main account has one; a RAM user may have none. */
  readonly email: string | undefined
  /** Undefined for an address that an administrator typed and the user has not proven. */
  readonly emailVerifiedAt: Instant | undefined
  readonly phone: string | undefined
  readonly phoneVerifiedAt: Instant | undefined
  readonly createdAt: Instant
}

export type AccountLine = {
  readonly accountId: AccountId
  readonly email: string
  readonly createdAt: Instant
}
