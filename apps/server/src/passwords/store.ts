/** What must be kept of passwords: a sealed hash. */
import type { Instant } from '../kernel/clock.ts'
import type { PastPasswordId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

export type KeptPassword = {
  readonly sealed: string
  readonly changedAt: Instant
  /** From when on it signs nobody in, because a thief may know it; undefined while it is good. */
  readonly voidAt: Instant | undefined
}

export type PasswordStore = {
  readonly find: (principal: Principal) => Promise<KeptPassword | undefined>
  /** Whoever has none signs in with none. */
  readonly remove: (principal: Principal) => Promise<void>
  /** Of those before the current one the newest, so many at most. */
  readonly listPast: (
    principal: Principal,
    limit: number,
  ) => Promise<readonly { readonly passwordId: PastPasswordId; readonly sealed: string }[]>
  readonly addPast: (
    principal: Principal,
    past: { readonly passwordId: PastPasswordId; readonly sealed: string },
    now: Instant,
  ) => Promise<void>
  /** Forgets all but the newest. */
  readonly dropPast: (principal: Principal, keep: number) => Promise<void>
  /** Whether it was good until now, which it then no longer is. */
  readonly makeVoid: (principal: Principal, now: Instant) => Promise<boolean>
  /** A good one in the place of whatever there was. */
  readonly put: (principal: Principal, sealed: string, now: Instant) => Promise<void>
}
