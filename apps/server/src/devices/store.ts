/** What must be kept of known devices. */
import type { Instant } from '../kernel/clock.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { KnownDevice } from './known-device.ts'

export type DeviceStore = {
  readonly find: (principal: Principal, tokenHash: string) => Promise<KnownDevice | undefined>
  readonly insert: (device: KnownDevice, tokenHash: string) => Promise<void>
  readonly seen: (principal: Principal, deviceId: KnownDeviceId, now: Instant) => Promise<void>
  /** Forgets all but one; how many. */
  readonly forgetAll: (principal: Principal, except?: KnownDeviceId) => Promise<number>
}
