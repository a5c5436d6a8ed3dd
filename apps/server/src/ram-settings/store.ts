/** What the acts on security settings read and write of all users of an account at once. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { SurveyPage } from './survey.ts'

/** An active user without a device. */
export type Straggler = {
  readonly principalId: PrincipalId
  readonly nameKey: string
  readonly email: string | undefined
  readonly graceUntil: Instant | undefined
}

/** Whose grace is meant: of every user of the account, of those marked, or of those who are not. */
export type GraceOf = 'all' | 'marked' | 'unmarked'

export type SurveyStore = {
  /** Active users in order of name. */
  readonly page: SurveyPage
  readonly setGrace: (accountId: AccountId, of: GraceOf, until: Instant | undefined) => Promise<void>
  /** Active users without a device in order of name, all of them or the marked ones. */
  readonly stragglers: (
    accountId: AccountId,
    page: { of: 'all' | 'marked'; after: string; limit: number },
  ) => Promise<readonly Straggler[]>
  /** Notes a reminder where the last one was not after `since`; whether it did. */
  readonly noteReminded: (principal: Principal, at: { now: Instant; since: Instant }) => Promise<boolean>
}
