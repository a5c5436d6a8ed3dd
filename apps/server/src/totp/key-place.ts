/**
 * Where a device's sealed key lies. A key is written once for a device id or a binding id and never changed, so the id
 * stands for the version of the row as well (security.md 5.2).
 */
import type { Shape } from '@sallyport/otp'
import type { Place } from '../crypto/seal.ts'
import type { BindingId, MfaDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

/** The place of a bound device's key. */
export function devicePlace(device: Principal & { deviceId: MfaDeviceId; shape: Shape }): Place {
  return keyPlace('mfa_device', device, device.deviceId)
}

/** The place of a pending device's key. */
export function pendingPlace(pending: Principal & { bindingId: BindingId; shape: Shape }): Place {
  return keyPlace('mfa_pending', pending, pending.bindingId)
}

function keyPlace(table: string, owner: Principal & { shape: Shape }, rowId: string): Place {
  const { algorithm, digits, periodSeconds } = owner.shape
  return {
    purpose: 'totp',
    table,
    column: 'sealed_key',
    accountId: owner.accountId,
    rowId,
    bound: [owner.principalId, algorithm, String(digits), String(periodSeconds)],
  }
}
