/** What must be kept of recovery codes: a row for each that is still good. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { KeptCode } from './recovery-code.ts'

export type RecoveryCodeStore = {
  readonly find: (principal: Principal, position: number) => Promise<KeptCode | undefined>
  /** How many are left, and when they were made. */
  readonly summary: (principal: Principal) => Promise<{ left: number; madeAt: Instant | undefined }>
  readonly count: (principal: Principal) => Promise<number>
  /** Puts new codes in the place of all that there were. */
  readonly replaceAll: (principal: Principal, codes: readonly KeptCode[]) => Promise<void>
  /** Deletes exactly this code if it is still there; whether it was. The statement that makes it good for one time. */
  readonly spend: (code: KeptCode) => Promise<boolean>
  /** How many there were. */
  readonly removeAll: (principal: Principal) => Promise<number>
  /** Of all users of an account, whatever their state; the owner's stay. How many there were. */
  readonly removeAllOfUsers: (accountId: AccountId) => Promise<number>
}
