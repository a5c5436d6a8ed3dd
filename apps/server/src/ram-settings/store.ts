/** What the acts on security settings read and write of all users of an account at once. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { SurveyPage } from './survey.ts'

/** An active user without a device. */
export type Straggler = {
  readonly principalId: PrincipalId
  readonly nameKey: string
  readonly email: string | undefined
  readonly mfaBindRequired: boolean
  readonly createdAt: Instant
  readonly graceUntil: Instant | undefined
}

export type SurveyStore = {
  /** Active users in order of name. */
  readonly page: SurveyPage
  /** Active users without a device in order of name, all of them or the marked ones. */
  readonly stragglers: (
    accountId: AccountId,
    page: { of: 'all' | 'marked'; after: string; limit: number },
  ) => Promise<readonly Straggler[]>
}
