/** What must be kept of passwords: a sealed hash. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

export type PasswordStore = {
  readonly find: (principal: Principal) => Promise<{ sealed: string; changedAt: Instant } | undefined>
  /** Whoever has none signs in with none. */
  readonly remove: (principal: Principal) => Promise<void>
  readonly put: (principal: Principal, sealed: string, now: Instant) => Promise<void>
}
