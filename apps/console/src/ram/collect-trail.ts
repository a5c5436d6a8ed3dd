/** Reads the audit trail to its end, a page at a time, and says how far it is. */
import type { Refused } from '../wire/call.ts'
import type { AuditEvent } from './audit-file.ts'

/** How many events are there, how fast they come, and which share of the trail was looked through, 0 to 1. */
export type Progress = {
  readonly events: number
  readonly perSecond: number
  readonly share: number
}

type Answer =
  | { readonly ok: true; readonly value: { readonly events: readonly AuditEvent[]; readonly more: boolean } }
  | { readonly ok: false; readonly refused: Refused }

/**
 * Newest first. What is written meanwhile is not in it.
 *
 * @param from.ask the page before a place, or the newest
 * @param from.clock milliseconds
 * @returns what was read, or why it was not; `stopped` where the signal ended it
 */
export async function collectTrail(from: {
  readonly ask: (before: string | undefined) => Promise<Answer>
  readonly clock: () => number
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}): Promise<
  { readonly events: readonly AuditEvent[] } | { readonly refused: Refused } | { readonly stopped: true }
> {
  const events: AuditEvent[] = []
  const began = from.clock()
  let before: string | undefined
  for (;;) {
    const answer = await from.ask(before)
    if (from.signal.aborted) return { stopped: true }
    if (!answer.ok) return { refused: answer.refused }
    events.push(...answer.value.events)
    const [newest, oldest] = [events[0], events.at(-1)]
    if (!answer.value.more || newest === undefined || oldest === undefined) return { events }
    const seconds = Math.max(1, (from.clock() - began) / 1000)
    from.onProgress({
      events: events.length,
      perSecond: Math.round(events.length / seconds),
      // Places are counted from 1 in each account, so the oldest of a page says how far down it is.
      share: (newest.seq - oldest.seq) / newest.seq,
    })
    before = String(oldest.seq)
  }
}
