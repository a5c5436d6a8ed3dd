/** Trusts the browser of a principal that has proven both factors in this very sign-in. */
import { hashToken, newToken } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { Secret } from '../kernel/secret.ts'
import type { RememberedDevice } from './remember-device.ts'
import type { DeviceStore } from './store.ts'

/**
 * The browser gets a new token with its trust, so that nobody who planted or saw the earlier one has anything of it; other
 * principals of the same browser go on under the new one (security.md 1F: F5, F9).
 *
 * @returns the new token
 */
export async function trustDevice(
  stores: { devices: DeviceStore },
  deps: { clock: Clock; random: Random },
  principal: Principal,
  device: RememberedDevice,
  context: RequestContext,
): Promise<Secret<string>> {
  const token = newToken(deps.random)
  await stores.devices.renewToken(hashToken('device', device.token), hashToken('device', token))
  await stores.devices.trust(principal, device.deviceId, { now: deps.clock.now(), browser: context.browser })
  return token
}
