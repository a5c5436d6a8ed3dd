/** Whether a browser stands in for the second step of this sign-in. */
import { hashTokens } from '../crypto/token.ts'
import type { DeviceStore } from '../devices/store.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Places } from '../places/place.ts'
import type { SettingsStore } from '../settings/store.ts'
import { judgeSignIn } from '../standing/judge-sign-in.ts'
import { trustHolds } from '../standing/trust-holds.ts'
import type { UnusualReason } from '../standing/unusual.ts'
import type { UserStore } from '../users/store.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'

/** The browser, and how the sign-in was judged: the session that it opens is judged by the same. */
export type Trust = { readonly device: KnownDeviceId; readonly reasons: readonly UnusualReason[] }

/**
 * The days are those that the account allows now: whoever shortens them shortens every trust.
 * Never beside a password that must be replaced: it is not trusted itself.
 * Asked in the transaction that opens the session, and worth nothing beyond it: what needs a second factor asks for it.
 */
export async function findTrust(
  stores: {
    devices: DeviceStore
    settings: SettingsStore
    users: UserStore
    usualSignIns: UsualSignInStore
  },
  deps: { clock: Clock; places: Places },
  principal: Principal,
  deviceTokens: DeviceTokens,
  context: RequestContext,
): Promise<Trust | undefined> {
  const now = deps.clock.now()
  const { trustBrowserDays, whoMust } = await stores.settings.find(principal.accountId)
  const device = await stores.devices.findTrusted(principal, hashTokens('device', deviceTokens), {
    since: now - trustBrowserDays * DAY,
    browser: context.browser,
  })
  if (device === undefined) return undefined
  if ((await stores.users.find(principal))?.passwordState === 'must_change') return undefined
  const reasons = await judgeSignIn(stores, deps, principal, { address: context.address, deviceTokens })
  return trustHolds(whoMust, reasons) ? { device, reasons } : undefined
}
