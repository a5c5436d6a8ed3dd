/** A virtual MFA device as the wire carries it. */
import type { Reply } from '@sallyport/contract'
import { toRfc3339 } from '../kernel/clock.ts'
import { clockOffsetSeconds, type MfaDevice, serialOf } from './mfa-device.ts'

/** What the owner may see of a device: everything but its key. */
export function describeDevice(device: MfaDevice): Reply<'GET /api/mfa/devices'>[number] {
  return {
    id: device.deviceId,
    name: device.name,
    serial: serialOf(device),
    boundAt: toRfc3339(device.boundAt),
    lastUsedAt: device.lastUsedAt === undefined ? null : toRfc3339(device.lastUsedAt),
    clockOffsetSeconds: clockOffsetSeconds(device),
  }
}
