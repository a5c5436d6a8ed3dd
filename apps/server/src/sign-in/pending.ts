/** A sign-in attempt between its two steps as it is kept: another object, table and cookie than a session. */
import type { Instant } from '../kernel/clock.ts'
import type { AttemptId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'

export type PendingAttempt = Principal & {
  readonly attemptId: AttemptId
  /** As it was typed, for the page. */
  readonly accountName: string
  readonly proofs: readonly Proof[]
  readonly securityVersion: number
  readonly address: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}
