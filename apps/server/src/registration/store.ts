/** What must be kept of registrations. */
import type { Instant } from '../kernel/clock.ts'
import type { Registration } from './registration.ts'

export type RegistrationStore = {
  readonly insert: (registration: Registration, tokenHash: string, now: Instant) => Promise<void>
  readonly find: (tokenHash: string) => Promise<Registration | undefined>
  /** Ends the registration if it is live at `now`; whether it was. */
  readonly take: (registration: Registration, now: Instant) => Promise<boolean>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<void>
}
