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

/** A user of any state who has recovery codes. */
export type CodeHolder = {
  readonly principalId: PrincipalId
  readonly codes: number
  readonly inBin: boolean
  /** The address on file, once the user has answered from it. */
  readonly provenEmail: string | undefined
}

export type SurveyStore = {
  /** Users of every state in order of name. */
  readonly page: SurveyPage
  /** Active users without a device in order of name, all of them or the marked ones. */
  readonly stragglers: (
    accountId: AccountId,
    page: { of: 'all' | 'marked'; after: string; limit: number },
  ) => Promise<readonly Straggler[]>
  readonly codeHolders: (accountId: AccountId) => Promise<readonly CodeHolder[]>
}
