/** What must be kept of usual sign-ins: when and from where, and in which browsers. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { UsualSignIn } from './usual-sign-in.ts'

export type UsualSignInStore = {
  readonly find: (principal: Principal) => Promise<UsualSignIn | undefined>
  /** In the place of the one before. */
  readonly put: (principal: Principal, usual: UsualSignIn) => Promise<void>
  /** Whether one of the tokens is of a browser that was seen after `since`. */
  readonly hasSeen: (principal: Principal, tokenHashes: readonly string[], since: Instant) => Promise<boolean>
  /** Notes `now` where one of the tokens is of such a browser; whether one is. */
  readonly seeAgain: (
    principal: Principal,
    tokenHashes: readonly string[],
    at: { readonly since: Instant; readonly now: Instant },
  ) => Promise<boolean>
  readonly markSeen: (principal: Principal, tokenHash: string, now: Instant) => Promise<void>
  /** Housekeeping: browsers last seen before. */
  readonly purge: (before: Instant) => Promise<void>
  /** From here on every sign-in is the first. */
  readonly forget: (principal: Principal) => Promise<void>
}
