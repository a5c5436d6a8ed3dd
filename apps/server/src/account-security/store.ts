/** What must be kept of changes of address: one of a kind for a session. */
import type { Instant } from '../kernel/clock.ts'
import type { SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { AddressChange } from './address-change.ts'

export type AddressChangeStore = {
  readonly replace: (change: AddressChange) => Promise<void>
  readonly find: (
    principal: Principal,
    sessionId: SessionId,
    kind: AddressChange['kind'],
  ) => Promise<AddressChange | undefined>
  /** Ends the change if it is the same and live at `now`; whether it was. */
  readonly take: (change: AddressChange, now: Instant) => Promise<boolean>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<void>
}
