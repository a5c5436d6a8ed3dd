/** Answers to security questions: how they are compared and which are refused (security.md 3.4). */
import type { Place } from '../crypto/seal.ts'
import type { Principal } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'

const SHORTEST = 3

/** What many people answer. */
const COMMON: ReadonlySet<string> = new Set([
  'abc',
  'abcd',
  '123',
  '1234',
  '12345',
  '123456',
  'password',
  'answer',
  'test',
  'asdf',
  'qwerty',
  'unknown',
  'none',
  'nothing',
  'nobody',
  'yes',
  'mom',
  'mum',
  'dad',
  'mother',
  'father',
  'max',
  'bella',
  'charlie',
  'luna',
  'buddy',
  'rex',
  'london',
  'paris',
  'berlin',
  'new york',
  'beijing',
  'shanghai',
  'doctor',
  'teacher',
  'pasta',
  'pizza',
  'rice',
  'the beatles',
  'harry potter',
  'bible',
  'smith',
  'main street',
])

/** NFKC, case folded, trimmed, inner spaces collapsed: an answer is remembered by its sound. */
export function normalAnswer(answer: string): string {
  return answer.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}

/** The hash of an answer is sealed to its principal and place. */
export function answerPlace({ accountId, principalId }: Principal, position: number): Place {
  return {
    purpose: 'answer',
    table: 'security_question',
    column: 'sealed_answer',
    accountId,
    rowId: principalId,
    bound: [String(position)],
  }
}

/**
 * Judges one answer of the set.
 *
 * Refuses: answer_too_short, answer_guessable (common, or the address's own words, or the password's).
 */
export function judgeAnswer(answer: string, index: number, context: readonly string[]): Refused | undefined {
  const normal = normalAnswer(answer)
  const field = `questions/${index}/answer`
  if (Array.from(normal).length < SHORTEST) return refuse('answer_too_short', { field })
  if (COMMON.has(normal) || new Set(normal).size === 1) return refuse('answer_guessable', { field })
  if (context.some((word) => normalAnswer(word) === normal)) return refuse('answer_guessable', { field })
  return undefined
}
