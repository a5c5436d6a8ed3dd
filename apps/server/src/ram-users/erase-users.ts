/** Empties the bin: a user who lay in it for thirty days is forgotten for good. */
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { ErasureStore } from './store.ts'

const BIN_LIFE = 30 * DAY
/** In one transaction; the rest waits for the next time. */
const AT_ONCE = 100

const NOBODY = { requestId: '', address: '', browser: '' }

/** Runs in the transaction of the housekeeping; how many were erased. */
export async function eraseUsers(
  stores: { audit: AuditStore; erasures: ErasureStore },
  clock: Clock,
): Promise<number> {
  const due = await stores.erasures.due(clock.now() - BIN_LIFE, AT_ONCE)
  for (const user of due) {
    await stores.erasures.erase(user)
    await recordEvent(stores, clock, {
      accountId: user.accountId,
      actor: 'operator',
      subject: user.principalId,
      action: 'user.erased',
      outcome: 'succeeded',
      context: NOBODY,
      details: { name: user.name },
    })
  }
  return due.length
}
