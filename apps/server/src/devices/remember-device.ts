/** Makes this browser a known device of a principal, after a full two-step sign-in or a binding. */
import { hashToken, newToken, readToken } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import { type KnownDeviceId, newId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { Secret } from '../kernel/secret.ts'
import type { DeviceStore } from './store.ts'

export type RememberedDevice = {
  readonly deviceId: KnownDeviceId
  readonly token: Secret<string>
  /** The principal has not signed in from this browser before. */
  readonly isNew: boolean
}

/**
 * One cookie a browser, one row a principal: the browser's token is kept where it has one, so that several principals
 * can share a browser, and a cookie copied to another account's browser is nothing there (security.md 1F, F9). A token
 * of the wrong form is never kept.
 */
export async function rememberDevice(
  stores: { devices: DeviceStore },
  deps: { clock: Clock; random: Random },
  input: { principal: Principal; token: Secret<string> | undefined; context: RequestContext },
): Promise<RememberedDevice> {
  const { accountId, principalId } = input.principal
  const now = deps.clock.now()
  const held = readToken(input.token)
  const known = held && (await stores.devices.find(input.principal, hashToken('device', held)))
  if (held && known) {
    await stores.devices.seen(input.principal, known.deviceId, now)
    return { deviceId: known.deviceId, token: held, isNew: false }
  }
  const token = held ?? newToken(deps.random)
  const deviceId = newId('dev', deps.random)
  await stores.devices.insert(
    { accountId, principalId, deviceId, browser: input.context.browser, madeAt: now, lastSeenAt: now },
    hashToken('device', token),
  )
  return { deviceId, token, isNew: true }
}
