/** Whether a browser is known to a principal. */
import { hashTokens } from '../crypto/token.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { DeviceStore } from './store.ts'

/** The device's id where one of the browser's tokens is this principal's; the account and principal are in the query. */
export async function findKnownDevice(
  read: { devices: DeviceStore },
  principal: Principal,
  tokens: DeviceTokens,
): Promise<KnownDeviceId | undefined> {
  return (await read.devices.find(principal, hashTokens('device', tokens)))?.deviceId
}
