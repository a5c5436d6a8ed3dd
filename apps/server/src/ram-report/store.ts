/** What the report and the audit trail of an account read; nothing here is written. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { UserState } from '../users/user.ts'
import type { OnFile } from '../verification/identity-methods.ts'

/** What is known of a user's factors and uses, never a secret. */
export type ReportedUser = OnFile & {
  readonly principalId: PrincipalId
  readonly name: string
  readonly nameKey: string
  readonly displayName: string
  readonly state: UserState
  readonly mfaBindRequired: boolean
  readonly devices: number
  readonly recoveryCodes: number
  /** Of the oldest device. */
  readonly boundAt: Instant | undefined
  /** Of any device. */
  readonly lastUsedAt: Instant | undefined
  readonly lastSignInAt: Instant | undefined
  readonly createdAt: Instant
  readonly passwordChangedAt: Instant | undefined
}

/** What the report can be ordered by beside the name; whoever has no such moment stands in none of these orders. */
export type Moment = 'boundAt' | 'lastUsedAt' | 'lastSignInAt'

export type ReportStore = {
  /** Users that are not in the bin, in order of name, from the beginning or after a name's key. */
  readonly page: (
    accountId: AccountId,
    page: { after: string; limit: number; descending?: boolean },
  ) => Promise<readonly ReportedUser[]>
  /** Users that are not in the bin and have the moment, in order of it and then of id. */
  readonly pageBy: (
    accountId: AccountId,
    moment: Moment,
    page: {
      after: { at: Instant; principalId: PrincipalId } | undefined
      limit: number
      descending: boolean
    },
  ) => Promise<readonly ReportedUser[]>
  /** What principals are called: a user's name, or the owner's email. */
  readonly namesOf: (
    accountId: AccountId,
    principalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly user: string } | { readonly owner: string }>>
}
