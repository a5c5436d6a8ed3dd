/** What the overview of an account counts; nothing here is written. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'

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

export type OverviewStore = {
  readonly counts: (accountId: AccountId, idleSince: Instant) => Promise<UserCounts>
  /** How many active users bound their oldest device on each day, in order; before `since` the day is empty. */
  readonly boundByDay: (accountId: AccountId, since: Instant) => Promise<readonly BoundCounts[]>
  /** Days on which something was counted, in order. */
  readonly days: (accountId: AccountId, from: string) => Promise<readonly DayCounts[]>
}
