/** What must be kept of codes on their way. */
import type { Instant } from '../kernel/clock.ts'
import type { ChallengeId } from '../kernel/ids.ts'
import type { SentCode } from './code.ts'

export type CodeStore = {
  /** In place of whatever the challenge had. */
  readonly replace: (code: SentCode) => Promise<void>
  readonly find: (accountId: string, challengeId: ChallengeId) => Promise<SentCode | undefined>
  /** Uses the code up if it is still the same one and lives at `now`; whether it was. */
  readonly take: (code: SentCode, now: Instant) => Promise<boolean>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<void>
}
