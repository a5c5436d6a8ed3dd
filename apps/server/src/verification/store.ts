/** What must be kept of verifications: one for a session and a purpose. */
import type { Instant } from '../kernel/clock.ts'
import type { SessionId, VerificationId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Purpose, Verification, VerificationMethod } from './verification.ts'

export type VerificationStore = {
  readonly find: (
    principal: Principal,
    sessionId: SessionId,
    purpose: Purpose,
  ) => Promise<Verification | undefined>
  /** Puts an open one in the place of whatever the session had for this purpose. */
  readonly replace: (verification: Verification & { state: 'open' }) => Promise<void>
  /** Open and unexpired becomes proven, once; whether it did. */
  readonly prove: (
    principal: Principal,
    verificationId: VerificationId,
    proven: { method: VerificationMethod; now: Instant; expiresAt: Instant },
  ) => Promise<boolean>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<number>
}
