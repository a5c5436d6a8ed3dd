/** Makes this browser a known device of a principal, after a full two-step sign-in or a binding. */
import { hashToken, hashTokens, newToken } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import { addDeviceToken, type DeviceTokens } from '../kernel/device-tokens.ts'
import { type KnownDeviceId, newId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { DeviceStore } from './store.ts'

export type RememberedDevice = {
  readonly deviceId: KnownDeviceId
  /** The principal's own of those below. */
  readonly tokenHash: string
  /** For the browser to hold from here on. */
  readonly tokens: DeviceTokens
  /** The principal has not signed in from this browser before. */
  readonly isNew: boolean
}

/**
 * One cookie a browser, and in it one token a principal. A browser that becomes known gets a token that nobody held before,
 * since what it brought may have been planted there; those of other principals stay beside it and are never touched: that
 * a browser holds a token of theirs does not prove that it is theirs, for a cookie can be copied (security.md 1F: F5, F9).
 */
export async function rememberDevice(
  stores: { devices: DeviceStore },
  deps: { clock: Clock; random: Random },
  input: { principal: Principal; tokens: DeviceTokens; context: RequestContext },
): Promise<RememberedDevice> {
  const { accountId, principalId } = input.principal
  const now = deps.clock.now()
  const known = await stores.devices.find(input.principal, hashTokens('device', input.tokens))
  if (known) {
    const { deviceId, tokenHash } = known
    await stores.devices.seen(input.principal, deviceId, now)
    return { deviceId, tokenHash, tokens: input.tokens, isNew: false }
  }
  const token = newToken(deps.random)
  const tokenHash = hashToken('device', token)
  const deviceId = newId('dev', deps.random)
  await stores.devices.insert(
    { accountId, principalId, deviceId, browser: input.context.browser, madeAt: now, lastSeenAt: now },
    tokenHash,
  )
  return { deviceId, tokenHash, tokens: addDeviceToken(input.tokens, token), isNew: true }
}
