/** Judges a sign-in by what is usual for its principal. */
import { hashTokens } from '../crypto/token.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Places } from '../places/place.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import { SEEN_BROWSER_LIFE } from '../usual-sign-ins/usual-sign-in.ts'
import { type UnusualReason, unusualReasons } from './unusual.ts'

/**
 * Runs before the sign-in itself is remembered.
 *
 * @param from.deviceTokens of the browser, which has been seen if it is known or once came as usual with one step
 * @returns empty for a usual sign-in
 */
export async function judgeSignIn(
  stores: { devices: DeviceStore; usualSignIns: UsualSignInStore },
  deps: { clock: Clock; places: Places },
  principal: Principal,
  from: { readonly address: string; readonly deviceTokens: DeviceTokens },
): Promise<readonly UnusualReason[]> {
  const { address, deviceTokens } = from
  const now = deps.clock.now()
  const browserSeen =
    (await findKnownDevice(stores, principal, deviceTokens)) !== undefined ||
    (await stores.usualSignIns.hasSeen(
      principal,
      hashTokens('seen_browser', deviceTokens),
      now - SEEN_BROWSER_LIFE,
    ))
  const usual = await stores.usualSignIns.find(principal)
  return unusualReasons({ address, at: now, browserSeen }, usual, deps.places)
}
