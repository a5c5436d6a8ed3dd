/** What must be kept of bypass codes: at most one for a principal. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { BypassCode } from './bypass-code.ts'

export type BypassCodeStore = {
  /** In the place of an earlier one. */
  readonly replace: (code: BypassCode) => Promise<void>
  /** Whether there is a code that is neither over nor out of tries. */
  readonly isLive: (principal: Principal, now: Instant) => Promise<boolean>
  /** Takes one of the live code's tries; its keyed hash, undefined where there is none. */
  readonly takeTry: (principal: Principal, now: Instant) => Promise<string | undefined>
  /** Whether this code was live, which it then no longer is. */
  readonly spend: (principal: Principal, mac: string, now: Instant) => Promise<boolean>
  readonly remove: (principal: Principal) => Promise<boolean>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<number>
}
