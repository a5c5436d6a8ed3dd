/** Housekeeping of the outbox: what is over leaves nothing that can be read. */
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { OutboxStore } from './store.ts'

/** Emptied rows stay so long, to be counted. */
const REMEMBERED = 7 * DAY

/** Empties undelivered messages past their end, deletes kept ones of the outbox page, forgets old deliveries. */
export function expireMessages(deps: {
  atomically: Atomically<{ outbox: OutboxStore }>
  clock: Clock
}): Promise<void> {
  const now = deps.clock.now()
  return deps.atomically(({ outbox }) => outbox.expire(now, now - REMEMBERED))
}
