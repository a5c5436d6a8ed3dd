/** Ends the trust in a browser that too many wrong passwords or codes came from, or from a session that it opened. */
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { KnownDeviceId, PrincipalId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { SessionStore } from '../sessions/store.ts'
import { endTrust } from './end-trust.ts'

/**
 * In a transaction of its own, which no refusal rolls back. Sessions that the trust opened end, the one at hand too: whoever
 * guesses in it may be who took the cookie. Of a browser that is not trusted the trail says nothing.
 *
 * @param by.actor the principal where its password was right before, else a stranger
 */
export function distrust(
  deps: {
    atomically: Atomically<{ audit: AuditStore; devices: DeviceStore; sessions: SessionStore }>
    clock: Clock
  },
  { accountId, principalId }: Principal,
  device: KnownDeviceId,
  by: { actor: 'stranger' | PrincipalId; context: RequestContext },
): Promise<void> {
  return deps.atomically(async (stores) => {
    const removed = await endTrust(stores, { accountId, principalId }, { device })
    if (removed === 0) return
    await recordEvent(stores, deps.clock, {
      accountId,
      subject: principalId,
      action: 'trusted_browser.removed',
      outcome: 'succeeded',
      reason: 'too_many_tries',
      details: { removed },
      ...by,
    })
  })
}
