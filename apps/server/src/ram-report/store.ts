/** What the overview, the report and the audit trail of an account read; nothing here is written. */
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

/** The main account itself. */
export type ReportedOwner = Pick<
  ReportedUser,
  'principalId' | 'devices' | 'recoveryCodes' | 'createdAt' | 'passwordChangedAt'
>

export type UserCounts = {
  readonly active: number
  readonly suspended: number
  readonly removed: number
  /** Of the active ones. */
  readonly marked: number
  /** Active, and neither signed in nor made since an instant. */
  readonly idle: number
}

export type BoundCounts = { readonly day: string; readonly marked: boolean; readonly users: number }

export type DayCounts = {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly signIns: number
  readonly twoStepSignIns: number
  readonly refused: number
  /** Sign-ins by what was proven beside the password, if anything; a bypass code makes none of two steps. */
  readonly byFactor: {
    readonly password: number
    readonly virtualMfa: number
    readonly recoveryCode: number
    readonly bypassCode: number
  }
}

export type ReportStore = {
  /** Users that are not in the bin, in order of name. */
  readonly page: (
    accountId: AccountId,
    page: { after: string; limit: number },
  ) => Promise<readonly ReportedUser[]>
  readonly owner: (accountId: AccountId) => Promise<ReportedOwner | undefined>
  readonly counts: (accountId: AccountId, idleSince: Instant) => Promise<UserCounts>
  /** How many active users bound their oldest device on each day, in order; before `since` the day is empty. */
  readonly boundByDay: (accountId: AccountId, since: Instant) => Promise<readonly BoundCounts[]>
  /** Days on which something was counted, in order. */
  readonly days: (accountId: AccountId, from: string) => Promise<readonly DayCounts[]>
  /** What principals are called: a user's name, or the owner's email. */
  readonly namesOf: (
    accountId: AccountId,
    principalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly user: string } | { readonly owner: string }>>
}
