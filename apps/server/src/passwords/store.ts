/** What must be kept of passwords: a sealed hash. */
import type { Instant } from '../kernel/clock.ts'
import type { PastPasswordId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

export type PasswordStore = {
  readonly find: (principal: Principal) => Promise<{ sealed: string; changedAt: Instant } | undefined>
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
  readonly put: (principal: Principal, sealed: string, now: Instant) => Promise<void>
}
