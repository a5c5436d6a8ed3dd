/** The browsers in which a principal's password alone signs in. */
import type { TrustedDevice } from '../devices/known-device.ts'
import type { DeviceStore } from '../devices/store.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { SettingsStore } from '../settings/store.ts'

/** By the days that the account allows at this moment. */
export async function findTrustedDevices(
  read: { devices: DeviceStore; settings: SettingsStore },
  deps: { clock: Clock },
  principal: Principal,
): Promise<{ days: number; devices: readonly TrustedDevice[] }> {
  const { trustBrowserDays: days } = await read.settings.find(principal.accountId)
  return { days, devices: await read.devices.listTrusted(principal, deps.clock.now() - days * DAY) }
}
