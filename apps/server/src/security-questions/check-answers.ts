/** Checks the three answers as one set, within a budget of their own. */
import type { Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { type HitKey, takeHit } from '../throttle/take-hit.ts'
import { answerPlace, normalAnswer } from './answer.ts'
import type { SecurityQuestionStore } from './store.ts'

type Deps = {
  read: { securityQuestions: SecurityQuestionStore }
  atomically: Atomically<{ throttle: ThrottleStore; securityQuestions: SecurityQuestionStore }>
  clock: Clock
  random: Random
  hasher: SlowHash
  sealer: Sealer
}

/** Sets in 24 hours and in a year; then the method is off until its owner sets questions anew (security.md 3.4, 6). */
const BUDGET = [
  { max: 5, withinMs: DAY },
  { max: 10, withinMs: 365 * DAY },
]

/** What the tried sets are counted under; forgotten when the questions are set anew. */
export function answersKey({ accountId, principalId }: Principal): HitKey {
  return { accountId, scope: 'questions', subject: principalId }
}

/**
 * One yes or no for the set; every answer is checked whatever the others gave. The try is counted before anything is
 * verified. Right answers are an identity check, never a factor.
 *
 * Refuses: method_unavailable (none set), questions_off, answers_wrong, server_busy.
 */
export async function checkAnswers(
  deps: Deps,
  principal: Principal,
  answers: readonly string[],
): Promise<{ right: true } | Refused> {
  const set = await deps.read.securityQuestions.find(principal)
  if (set === undefined) return refuse('method_unavailable')
  if (set.offAt !== undefined) return refuse('questions_off')
  const full = await takeHit(deps, { ...answersKey(principal), limits: BUDGET })
  if (full) {
    await deps.atomically((stores) => stores.securityQuestions.switchOff(principal, deps.clock.now()))
    return refuse('questions_off')
  }
  let right = answers.length === set.questions.length
  for (const question of set.questions) {
    const phc = Buffer.from(
      deps.sealer.open(answerPlace(principal, question.position), question.sealedAnswer),
    ).toString('utf8')
    const matches = await deps.hasher.verify(phc, normalAnswer(answers[question.position] ?? ''))
    if (isRefused(matches)) return matches
    right = matches && right
  }
  return right ? { right } : refuse('answers_wrong', { field: 'answers' })
}
