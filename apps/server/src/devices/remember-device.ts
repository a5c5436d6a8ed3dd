/** Makes this browser a known device of a principal, after a full two-step sign-in or a binding. */
import { isTokenOf, newDeviceToken } from '../crypto/device-token.ts'
import { hashToken, hashTokens } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import { addDeviceToken, type DeviceTokens, useDeviceToken } from '../kernel/device-tokens.ts'
import { type KnownDeviceId, newId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { DeviceStore } from './store.ts'

export type RememberedDevice = {
  readonly deviceId: KnownDeviceId
  /** For the browser to hold from here on. */
  readonly tokens: DeviceTokens
  /** The principal has not signed in from this browser before. */
  readonly isNew: boolean
}

/**
 * One cookie a browser, and in it one token a principal. A browser that becomes known gets a token that nobody held before,
 * since what it brought may have been planted there, in the place of what this principal had in the cookie: one of a browser
 * that was only seen, or of a device that was forgotten. Those of other principals stay beside it and are never touched: that
 * a browser holds a token of theirs does not prove that it is theirs, for a cookie can be copied (security.md 1F: F5, F9).
 */
export async function rememberDevice(
  stores: { devices: DeviceStore },
  deps: { clock: Clock; random: Random },
  input: { principal: Principal; tokens: DeviceTokens; context: RequestContext },
): Promise<RememberedDevice> {
  const { accountId, principalId } = input.principal
  const now = deps.clock.now()
  const isOwn = isTokenOf(input.principal)
  const known = await stores.devices.find(input.principal, hashTokens('device', input.tokens))
  if (known) {
    const { deviceId } = known
    await stores.devices.seen(input.principal, deviceId, now)
    return { deviceId, tokens: useDeviceToken(input.tokens, isOwn), isNew: false }
  }
  const token = newDeviceToken(deps.random, input.principal)
  const deviceId = newId('dev', deps.random)
  await stores.devices.insert(
    { accountId, principalId, deviceId, browser: input.context.browser, madeAt: now, lastSeenAt: now },
    hashToken('device', token),
  )
  return { deviceId, tokens: addDeviceToken(input.tokens, token, isOwn), isNew: true }
}
