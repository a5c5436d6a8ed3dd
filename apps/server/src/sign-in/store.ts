/** What must be kept of pending sign-in attempts. */
import type { Instant } from '../kernel/clock.ts'
import type { AttemptId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { PendingAttempt } from './pending.ts'

export type AttemptStore = {
  /** Keeps the attempt, dropping the oldest of its principal beyond `perAddress` of its address and `perPrincipal` in all. */
  readonly insert: (
    attempt: PendingAttempt,
    tokenHash: string,
    limits: { perAddress: number; perPrincipal: number },
  ) => Promise<void>
  /** The attempt of a token while the principal's security version is still the attempt's. */
  readonly findLive: (tokenHash: string) => Promise<PendingAttempt | undefined>
  /** Ends the attempt if it is live at `now`; whether it was. The statement that lets a session be minted. */
  readonly take: (principal: Principal, attemptId: AttemptId, now: Instant) => Promise<boolean>
  /** Ends all attempts of a principal. */
  readonly endAll: (principal: Principal) => Promise<number>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<number>
}
