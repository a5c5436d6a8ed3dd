/** A session: what a principal proved, when, from where; its limits. */
import { HOUR, type Instant, MINUTE } from '../kernel/clock.ts'
import type { KnownDeviceId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'

/** Ends when unused for this long (security.md 3.6). */
export const IDLE_LIMIT = 60 * MINUTE
/** Ends after this long whatever happens (security.md 3.6). */
export const ABSOLUTE_LIMIT = 24 * HOUR
/** `lastSeenAt` is written at most this often, so that reading a page costs no commit. */
export const SEEN_GRAIN = MINUTE

export type Session = Principal & {
  readonly sessionId: SessionId
  readonly proofs: readonly Proof[]
  readonly securityVersion: number
  readonly browser: string
  readonly address: string
  readonly openedAt: Instant
  readonly fullAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  /** When the set-up of MFA was put off in this session, while the grace lasted. */
  readonly laterAt: Instant | undefined
  /** Opened by a sign-in that was unlike those before. */
  readonly unusual: boolean
  /** The trusted browser that stood in for the second step; while both were proven, none. */
  readonly trustedDevice: KnownDeviceId | undefined
}

/** Whether the session is over at `now`. */
export function isOver(session: Session, now: Instant): boolean {
  return now >= session.expiresAt || now >= session.lastSeenAt + IDLE_LIMIT
}
