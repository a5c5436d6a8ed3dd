/** Whether a browser is known to a principal. */
import { hashToken } from '../crypto/token.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Secret } from '../kernel/secret.ts'
import type { DeviceStore } from './store.ts'

/** The device's id where the browser's token is one of this principal's; the account and principal are in the query. */
export async function findKnownDevice(
  read: { devices: DeviceStore },
  principal: Principal,
  token: Secret<string> | undefined,
): Promise<KnownDeviceId | undefined> {
  if (token === undefined) return undefined
  return (await read.devices.find(principal, hashToken('device', token)))?.deviceId
}
