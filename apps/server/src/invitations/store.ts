/** What must be kept of invitations: the digest of the link's token, and whose it is. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Invitation } from './invitation.ts'

export type InvitationStore = {
  /** Puts one in the place of whatever the user had. */
  readonly replace: (invitation: Invitation, tokenHash: string) => Promise<void>
  readonly find: (tokenHash: string, now: Instant) => Promise<Invitation | undefined>
  /** Whether it was there and live, which it then no longer is. */
  readonly spend: (tokenHash: string, now: Instant) => Promise<boolean>
  /** How many. */
  readonly removeAll: (principal: Principal) => Promise<number>
  /** Housekeeping: invitations that are over. */
  readonly purge: (now: Instant) => Promise<number>
}
