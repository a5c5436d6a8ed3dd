/** A device that waits for its two codes. Nothing asks for it, and it is gone after a quarter of an hour. */
import type { Shape } from '@sallyport/otp'
import { type Instant, MINUTE } from '../kernel/clock.ts'
import type { BindingId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

/** How long a pending device waits (security.md 3.6). */
export const BINDING_LIFE = 15 * MINUTE

/** So many pairs that do not fit end the pending device. */
export const MISS_LIMIT = 20

/** For so many of them the reason is searched for, since the search takes its time (security.md 4.6). */
export const SEARCH_LIMIT = 5

export type PendingDevice = Principal & {
  readonly bindingId: BindingId
  /** The session that began it; no other can bind it. */
  readonly sessionId: SessionId
  readonly shape: Shape
  readonly misses: number
  readonly expiresAt: Instant
  /** Opened in `confirm-binding.ts` alone. */
  readonly sealedKey: string
}
