/** Binds the pending virtual MFA device: the wizard's end. */
import { renewSession } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { rememberDevice } from '../devices/remember-device.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { BindingId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { type MadeCodes, makeRecoveryCodes } from '../recovery-codes/make-recovery-codes.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import { type ConfirmedBinding, confirmBinding } from '../totp/confirm-binding.ts'
import type { MfaDevice } from '../totp/mfa-device.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { BindingDeps } from './deps.ts'

export type BoundDevice = {
  readonly device: MfaDevice
  /** Ten with the first device; none when the principal has codes already, or may have none. */
  readonly recoveryCodes: Secret<readonly string[]>
  readonly recoveryCodesLeft: number
  readonly recoveryCodesAllowed: boolean
  readonly sessionToken: Secret<string>
  readonly deviceTokens: DeviceTokens
}

export type BindInput = {
  readonly bindingId: BindingId
  readonly deviceName: string
  readonly firstCode: string
  readonly secondCode: string
  readonly deviceTokens: DeviceTokens
}

/**
 * One transaction makes the device active, keeps the recovery codes, ends the principal's other sessions and pending
 * attempts, and opens this session anew: `aal2`, for the two codes are a proof, and fresh for five minutes. The browser
 * becomes known, and every address is told. Whether the verification still counts and recovery codes are allowed is asked
 * there again: hashing them takes long enough for the settings to change.
 *
 * Refuses: verification_needed, sign_in_needed, server_busy, and what `confirmBinding` refuses.
 *
 * Security.md 3.5, 4.6.
 */
export async function bindDevice(
  deps: BindingDeps,
  caller: Caller,
  input: BindInput,
  context: RequestContext,
): Promise<BoundDevice | Refused> {
  const unproven = await requireProof(deps, caller, 'bind_mfa')
  if (unproven) return unproven
  const { accountId, principalId, sessionId } = caller
  const binding = { accountId, principalId, sessionId, bindingId: input.bindingId }
  const confirmed = await confirmBinding(deps, binding, input)
  if (isRefused(confirmed)) return recordRefused(deps, caller, confirmed, context)

  const { recoveryCodes: allowed } = await findAllowedKinds(deps.read, caller)
  const due = allowed && (await deps.read.recoveryCodes.count(caller)) === 0
  const made = due ? await makeRecoveryCodes(deps, caller) : undefined
  if (isRefused(made)) return made
  const bound = await grant(deps, caller, { confirmed, made, deviceTokens: input.deviceTokens }, context)
  return isRefused(bound) ? recordRefused(deps, caller, bound, context) : bound
}

function grant(
  deps: BindingDeps,
  caller: Caller,
  given: {
    confirmed: ConfirmedBinding
    made: MadeCodes | undefined
    deviceTokens: DeviceTokens
  },
  context: RequestContext,
): Promise<BoundDevice | Refused> {
  const { confirmed, made } = given
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const unproven = await requireProof({ ...deps, read: stores }, caller, 'bind_mfa')
    if (unproven) return unproven
    const device = await confirmed.bind(stores)
    if (isRefused(device)) return device

    const { recoveryCodes: allowed } = await findAllowedKinds(stores, caller)
    const kept = made !== undefined && allowed && (await stores.recoveryCodes.count(caller)) === 0
    if (kept) await made.store(stores)
    const password = caller.proofs.filter((proof) => proof.kind === 'password')
    const proofs = [...password, confirmed.proof]
    const opened = await renewSession(stores, deps, caller, { proofs, fullAt: deps.clock.now(), context })
    const known = await rememberDevice(stores, deps, {
      principal: caller,
      tokens: given.deviceTokens,
      context,
    })
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'mfa.bound',
      outcome: 'succeeded',
      factors: proofs.map((proof) => proof.factorClass),
      context,
      details: { deviceId: device.deviceId, deviceName: device.name, recoveryCodesMade: kept },
    })
    await tellOwner(stores, deps, caller, { template: 'device_added', deviceName: device.name })
    return {
      device,
      recoveryCodes: kept ? made.codes : new Secret([]),
      recoveryCodesLeft: allowed ? await stores.recoveryCodes.count(caller) : 0,
      recoveryCodesAllowed: allowed,
      sessionToken: opened.token,
      deviceTokens: known.tokens,
    }
  })
}

async function recordRefused(
  deps: BindingDeps,
  caller: Caller,
  refused: Refused,
  context: RequestContext,
): Promise<Refused> {
  await deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'mfa.binding_refused',
      outcome: 'refused',
      reason: refused.reason,
      factors: caller.proofs.map((proof) => proof.factorClass),
      context,
    }),
  )
  return refused
}
