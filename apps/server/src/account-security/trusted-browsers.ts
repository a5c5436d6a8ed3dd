/** The browsers in which the caller's password alone signs in: which they are, and that they no longer do. */
import type { Reply } from '@sallyport/contract'
import { endTrust } from '../access/end-trust.ts'
import { findTrustedDevices } from '../access/find-trusted-devices.ts'
import { recordEvent } from '../audit/record-event.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { DAY, toRfc3339 } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { SecurityDeps, SecurityStores } from './deps.ts'

type TrustedBrowsers = Reply<'GET /api/trusted-browsers'>

export async function listTrustedBrowsers(
  deps: SecurityDeps,
  caller: Caller,
  deviceTokens: DeviceTokens,
): Promise<TrustedBrowsers> {
  const [here, { days, devices }] = await Promise.all([
    findKnownDevice(deps.read, caller, deviceTokens),
    findTrustedDevices(deps.read, deps, caller),
  ])
  return {
    days,
    browsers: devices.map(({ deviceId, browser, trustedAt, lastSeenAt }) => ({
      id: deviceId,
      current: deviceId === here,
      browser,
      trustedAt: toRfc3339(trustedAt),
      trustedUntil: toRfc3339(trustedAt + days * DAY),
      lastUsedAt: toRfc3339(lastSeenAt),
    })),
  }
}

/** Refuses: sign_in_needed, trusted_browser_not_found. */
export async function removeTrustedBrowser(
  deps: SecurityDeps,
  caller: Caller,
  device: KnownDeviceId,
  context: RequestContext,
): Promise<undefined | Refused> {
  const removed = await remove(deps, caller, device, context)
  if (isRefused(removed)) return removed
  return removed === 0 ? refuse('trusted_browser_not_found') : undefined
}

/** How many were removed. Refuses: sign_in_needed. */
export function removeTrustedBrowsers(
  deps: SecurityDeps,
  caller: Caller,
  context: RequestContext,
): Promise<number | Refused> {
  return remove(deps, caller, undefined, context)
}

/** The caller's session stays, also where trust opened it: it has nothing that the person at it could not have anew. */
function remove(
  deps: SecurityDeps,
  caller: Caller,
  device: KnownDeviceId | undefined,
  context: RequestContext,
): Promise<number | Refused> {
  return deps.atomically(async (stores: SecurityStores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const of = { keep: caller.sessionId, ...(device === undefined ? {} : { device }) }
    const removed = await endTrust(stores, caller, of)
    if (removed > 0)
      await recordEvent(stores, deps.clock, {
        accountId: caller.accountId,
        actor: caller.principalId,
        subject: caller.principalId,
        action: 'trusted_browser.removed',
        outcome: 'succeeded',
        context,
        details: { removed },
      })
    return removed
  })
}
