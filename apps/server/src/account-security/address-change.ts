/** A change of email or phone that waits for the code sent to the new address. */
import { HOUR, type Instant } from '../kernel/clock.ts'
import type { ChangeId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

export const CHANGE_LIFE = HOUR

export type AddressChange = Principal & {
  readonly changeId: ChangeId
  readonly sessionId: SessionId
  readonly kind: 'email' | 'phone'
  readonly destination: string
  /** The address belongs to another account, which only its mailbox is told. */
  readonly taken: boolean
  readonly expiresAt: Instant
}
