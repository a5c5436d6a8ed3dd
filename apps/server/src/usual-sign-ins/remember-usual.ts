/** Makes a sign-in the one that later ones are compared with. */
import { isTokenOf, newDeviceToken } from '../crypto/device-token.ts'
import { hashToken, hashTokens } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import { addDeviceToken, type DeviceTokens, useDeviceToken } from '../kernel/device-tokens.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { UsualSignInStore } from './store.ts'
import { SEEN_BROWSER_LIFE } from './usual-sign-in.ts'

/** Of known devices nothing more is asked than whether this browser is one. */
type DeviceFinder = {
  readonly find: (principal: Principal, tokenHashes: readonly string[]) => Promise<object | undefined>
}

/** Notes when it was and from where. */
export function rememberUsual(
  stores: { usualSignIns: UsualSignInStore },
  deps: { clock: Clock },
  principal: Principal,
  { address }: RequestContext,
): Promise<void> {
  return stores.usualSignIns.put(principal, { at: deps.clock.now(), address })
}

/**
 * Marks the browser as seen, in the cookie that a known device has too, so that a browser has one. To have been seen is
 * less than to be known: it says that the next sign-in from there is not unusual, and nothing that counts tries or takes
 * part in a proof asks for it (security.md 4.5). A browser that is seen first gets a new token, since what it brought may
 * have been planted there, in the place of what this principal had in the cookie; those of other principals stay beside it
 * (security.md 1F, F5). A browser that is known to the principal has been seen by that.
 *
 * @returns what the browser holds from here on
 */
export async function markBrowserSeen(
  stores: { usualSignIns: UsualSignInStore; devices: DeviceFinder },
  deps: { clock: Clock; random: Random },
  principal: Principal,
  tokens: DeviceTokens,
): Promise<DeviceTokens> {
  const now = deps.clock.now()
  const again = { since: now - SEEN_BROWSER_LIFE, now }
  const isOwn = isTokenOf(principal)
  if (
    (await stores.devices.find(principal, hashTokens('device', tokens))) !== undefined ||
    (await stores.usualSignIns.seeAgain(principal, hashTokens('seen_browser', tokens), again))
  )
    return useDeviceToken(tokens, isOwn)
  const token = newDeviceToken(deps.random, principal)
  await stores.usualSignIns.markSeen(principal, hashToken('seen_browser', token), now)
  return addDeviceToken(tokens, token, isOwn)
}
