/** The audit trail of an account, with names for those who act and whom it concerns. */
import type { Reply } from '@sallyport/contract'
import type { RecordedEvent } from '../audit/event.ts'
import type { AuditFilter } from '../audit/store.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { Caller } from '../kernel/principal.ts'
import { signInName } from '../users/user.ts'
import type { ReportDeps } from './deps.ts'

type Trail = Reply<'GET /api/ram/audit'>

const EVENTS = 50

/**
 * Newest first. With `after` (the live tail) the answer holds those that come next after it, so that none is left out
 * however many there are; `more` then means that newer ones wait.
 *
 * @param input.events how many at most
 */
export async function listAuditTrail(
  deps: ReportDeps,
  { accountId, principalId }: Caller,
  input: {
    filter: AuditFilter
    before: number | undefined
    after: number | undefined
    events?: number | undefined
  },
): Promise<Trail> {
  const { filter, before, after, events: wanted = EVENTS } = input
  const limit = wanted + 1
  const page = after === undefined ? { before, limit } : { after, limit }
  const read = await deps.read.audit.listOfAccount(accountId, filter, page)
  const events = read.slice(0, wanted)
  if (after !== undefined) events.reverse()
  const nameOf = await namesIn(deps, accountId, events)
  return {
    events: events.map((event) => ({
      seq: event.seq,
      at: toRfc3339(event.at),
      action: event.action,
      outcome: event.outcome,
      reason: event.reason,
      factors: [...event.factors],
      actor: event.actor === principalId ? 'you' : event.actor,
      actorName: nameOf(event.actor),
      subject: event.subject,
      subjectName: nameOf(event.subject),
      address: event.address,
      browser: event.browser,
      details: { ...event.details },
    })),
    more: read.length > wanted,
  }
}

/** `operator` and `stranger` are called so; who is erased is known by the id alone. */
async function namesIn(
  deps: ReportDeps,
  accountId: Caller['accountId'],
  events: readonly RecordedEvent[],
): Promise<(id: string) => string> {
  const ids = new Set(events.flatMap(({ actor, subject }) => [actor, subject]))
  const [alias, names] = await Promise.all([
    deps.read.settings.aliasOf(accountId),
    deps.read.reports.namesOf(
      accountId,
      [...ids].filter((id) => id.startsWith('prn_')),
    ),
  ])
  return (id) => {
    const found = names.get(id)
    if (found === undefined) return id
    return 'owner' in found ? found.owner : signInName({ name: found.user, accountId }, alias)
  }
}
