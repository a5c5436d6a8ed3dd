/** Removes a virtual MFA device. */
import { renewSession } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { MfaDeviceId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { BindingDeps } from './deps.ts'

export type RemovedDevice = { readonly sessionToken: Secret<string> }

/**
 * The principal's other sessions and pending attempts end. With the last device the recovery codes go, for they are the
 * spare of a second factor; the account then asks for the password alone, every address is told so, and this session's
 * level falls with it.
 *
 * Refuses: step_up_needed, sign_in_needed, device_not_found, last_factor_required.
 *
 * Security.md 1D, D1 and D11.
 */
export async function removeDevice(
  deps: BindingDeps,
  caller: Caller,
  deviceId: MfaDeviceId,
  context: RequestContext,
): Promise<RemovedDevice | Refused> {
  const unproven = await requireProof(deps, caller, 'manage_mfa')
  if (unproven) return unproven
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const device = await stores.totp.find(caller, deviceId)
    if (device === undefined) return refuse('device_not_found')
    const last = (await stores.totp.count(caller)) === 1
    // Whoever must have MFA adds the new device before the last one goes.
    if (last && caller.obliged) return refuse('last_factor_required')
    if (!(await stores.totp.remove(caller, deviceId))) return refuse('device_not_found')

    const codesRemoved = last ? await stores.recoveryCodes.removeAll(caller) : 0
    const proofs = last ? caller.proofs.filter((proof) => proof.kind === 'password') : caller.proofs
    const { fullAt } = caller
    const opened = await renewSession(stores, deps, caller, { proofs, fullAt, context })
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'mfa.removed',
      outcome: 'succeeded',
      factors: caller.proofs.map((proof) => proof.factorClass),
      context,
      details: { deviceId, deviceName: device.name, last, recoveryCodesRemoved: codesRemoved },
    })
    await tellOwner(stores, deps, caller, { template: 'device_removed', deviceName: device.name, last })
    return { sessionToken: opened.token }
  })
}
