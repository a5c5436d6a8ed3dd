/** What must be kept of security questions: which were chosen, and each answer's sealed hash. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

export type KeptQuestion = {
  readonly position: number
  readonly questionId: string
  readonly sealedAnswer: string
}

export type QuestionSet = {
  readonly setAt: Instant
  /** After too many wrong sets; the owner sets new ones in a stepped-up session. */
  readonly offAt: Instant | undefined
  readonly questions: readonly KeptQuestion[]
}

export type SecurityQuestionStore = {
  readonly find: (principal: Principal) => Promise<QuestionSet | undefined>
  readonly replace: (principal: Principal, questions: readonly KeptQuestion[], now: Instant) => Promise<void>
  readonly remove: (principal: Principal) => Promise<boolean>
  readonly switchOff: (principal: Principal, now: Instant) => Promise<void>
}
