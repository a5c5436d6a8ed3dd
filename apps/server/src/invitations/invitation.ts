/** An invitation: a link by mail with which a user chooses the first password, once, within a day. */
import { HOUR, type Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

export const INVITATION_LIFE = 24 * HOUR

export type Invitation = Principal & {
  /** Where the link went: whoever accepts reads that mailbox. */
  readonly address: string
  readonly expiresAt: Instant
}
