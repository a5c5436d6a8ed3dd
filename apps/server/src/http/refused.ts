/** Turns a refusal into its problem document (RFC 9457): the one reader of the table's statuses. */
import { type Problem, type RefusalCode, refusals } from '@sallyport/contract'
import type { FastifyReply } from 'fastify'
import type { Refused } from '../kernel/refusal.ts'

/** The document of a refusal. Its `reason` stays inside. */
export function problemOf(refused: Pick<Refused, 'refused' | 'told'>, requestId: string): Problem {
  const { status, sentence } = refusals[refused.refused]
  return {
    type: `about:blank#${refused.refused}`,
    title: titleOf(refused.refused),
    status,
    code: refused.refused,
    detail: sentence,
    requestId,
    ...refused.told,
  }
}

/** Sends it, with Retry-After where the caller is told to wait. */
export function sendRefused(
  reply: FastifyReply,
  refused: Pick<Refused, 'refused' | 'told'>,
  requestId: string,
): FastifyReply {
  const problem = problemOf(refused, requestId)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem)
}

function titleOf(code: RefusalCode): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
