/** Renames a virtual MFA device. */
import { recordEvent } from '../audit/record-event.ts'
import type { MfaDeviceId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { deviceNameOf } from '../totp/device-name.ts'
import type { MfaDevice } from '../totp/mfa-device.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { BindingDeps } from './deps.ts'

/**
 * The serial stays as it is.
 *
 * Refuses: step_up_needed, sign_in_needed, device_name_invalid, device_not_found, device_name_taken.
 */
export async function renameDevice(
  deps: BindingDeps,
  caller: Caller,
  input: { deviceId: MfaDeviceId; name: string },
  context: RequestContext,
): Promise<MfaDevice | Refused> {
  const unproven = await requireProof(deps, caller, 'manage_mfa')
  if (unproven) return unproven
  const name = deviceNameOf(input.name)
  if (name === undefined) return refuse('device_name_invalid', { field: 'name' })
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const before = await stores.totp.find(caller, input.deviceId)
    if (before === undefined) return refuse('device_not_found')
    if (!(await stores.totp.rename(caller, input.deviceId, name)))
      return refuse('device_name_taken', { field: 'name' })
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'mfa.renamed',
      outcome: 'succeeded',
      factors: caller.proofs.map((proof) => proof.factorClass),
      context,
      details: { deviceId: before.deviceId, deviceName: name.name, nameBefore: before.name },
    })
    return { ...before, name: name.name }
  })
}
