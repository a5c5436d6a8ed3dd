/** Sets or replaces a principal's three security questions. */
import type { Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { answerPlace, judgeAnswer, normalAnswer } from './answer.ts'
import { isCatalogued } from './catalogue.ts'
import type { KeptQuestion } from './store.ts'

/**
 * Judges, hashes and seals the answers, before any transaction; each with its own salt.
 *
 * @param context what an answer must not be: the sign-in name, the parts of the address
 *
 * Refuses: questions_not_distinct, answers_not_distinct, answer_too_short, answer_guessable, server_busy.
 */
export async function prepareQuestions(
  deps: { hasher: SlowHash; sealer: Sealer },
  principal: Principal,
  chosen: readonly { id: string; answer: string }[],
  context: readonly string[],
): Promise<readonly KeptQuestion[] | Refused> {
  const ids = new Set(chosen.map((question) => question.id))
  if (ids.size !== chosen.length || !chosen.every((question) => isCatalogued(question.id)))
    return refuse('questions_not_distinct')
  for (const [index, question] of chosen.entries()) {
    const refused = judgeAnswer(question.answer, index, context)
    if (refused) return refused
  }
  if (new Set(chosen.map((question) => normalAnswer(question.answer))).size !== chosen.length)
    return refuse('answers_not_distinct')

  const kept: KeptQuestion[] = []
  for (const [position, question] of chosen.entries()) {
    const phc = await deps.hasher.hash(normalAnswer(question.answer))
    if (isRefused(phc)) return phc
    kept.push({
      position,
      questionId: question.id,
      sealedAnswer: deps.sealer.seal(answerPlace(principal, position), Buffer.from(phc)),
    })
  }
  return kept
}
