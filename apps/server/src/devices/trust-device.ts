/** Trusts the browser of a principal that has proven both factors in this very sign-in. */
import { isTokenOf, newDeviceToken } from '../crypto/device-token.ts'
import { hashToken } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import { addDeviceToken, type DeviceTokens } from '../kernel/device-tokens.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { RememberedDevice } from './remember-device.ts'
import type { DeviceStore } from './store.ts'

/**
 * The browser gets a new token for this principal with its trust, in the place of the earlier one, so that nobody who saw
 * that has anything of it. Rows of other principals keep their tokens, which the browser goes on holding: who ticks the
 * box beside a copied cookie moves nothing of its owner's (security.md 1F: F5, F9).
 *
 * @returns what the browser holds from here on
 */
export async function trustDevice(
  stores: { devices: DeviceStore },
  deps: { clock: Clock; random: Random },
  principal: Principal,
  device: RememberedDevice,
  context: RequestContext,
): Promise<DeviceTokens> {
  const token = newDeviceToken(deps.random, principal)
  const from = { now: deps.clock.now(), browser: context.browser, tokenHash: hashToken('device', token) }
  await stores.devices.trust(principal, device.deviceId, from)
  return addDeviceToken(device.tokens, token, isTokenOf(principal))
}
