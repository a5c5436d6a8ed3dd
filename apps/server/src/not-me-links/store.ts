/** What must be kept of the links "It wasn't me": the digest of each token, and which sign-in it speaks of. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { NotMeLink } from './not-me-link.ts'

export type NotMeLinkStore = {
  readonly insert: (link: NotMeLink, tokenHash: string) => Promise<void>
  readonly find: (tokenHash: string, now: Instant) => Promise<NotMeLink | undefined>
  readonly prolong: (tokenHash: string, expiresAt: Instant) => Promise<void>
  /** Whether it was there and live, which it then no longer is. */
  readonly spend: (tokenHash: string, now: Instant) => Promise<boolean>
  readonly removeAll: (principal: Principal) => Promise<void>
  /** Housekeeping: links that are over. */
  readonly purge: (now: Instant) => Promise<void>
}
