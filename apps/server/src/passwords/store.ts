/** What must be kept of passwords: a sealed hash. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

export type PasswordStore = {
  readonly find: (principal: Principal) => Promise<{ sealed: string; changedAt: Instant } | undefined>
  readonly put: (principal: Principal, sealed: string, now: Instant) => Promise<void>
}
