/** Which of the three answers a refusal is about. */
import type { Refused } from '../wire/call.ts'

/**
 * The row's index from the refused field, such as `questions[1].answer` or `/questions/1/answer`; for a short answer the
 * first that is short; null where the refusal is about the set.
 */
export function answerFieldOf(
  { code, field }: Refused,
  rows: readonly { readonly answer: string }[],
): number | null {
  const index = Number(/\d/.exec(field ?? '')?.[0] ?? Number.NaN)
  if (index < rows.length) return index
  if (code !== 'answer_too_short') return null
  const short = rows.findIndex(({ answer }) => [...answer.trim()].length < 3)
  return short === -1 ? null : short
}
