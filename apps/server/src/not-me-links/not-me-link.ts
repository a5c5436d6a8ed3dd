/** The link "It wasn't me" of a mail about a sign-in: it ends all access, and then sets a new password, once. */
import { DAY, type Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

/** From the mail to the press, and from the press to the new password. */
export const NOT_ME_LINK_LIFE = 7 * DAY

export type NotMeLink = Principal & {
  /** Where the mail went: a link is good while that is the principal's proven address. */
  readonly mailbox: string
  /** The sealed hash of the password that signed in, whatever a thief puts in its place. */
  readonly password: string
  /** Of the sign-in. */
  readonly browser: string
  readonly address: string
  readonly signedInAt: Instant
  readonly expiresAt: Instant
}
