/** Checks a code of a principal's virtual MFA devices. */
import { checkCode, normaliseCode, timeStep } from '@sallyport/otp'
import type { Sealer } from '../crypto/seal.ts'
import { type Clock, type Instant, SECOND } from '../kernel/clock.ts'
import type { MfaDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proved } from '../kernel/proved.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { devicePlace } from './key-place.ts'
import type { MfaDevice } from './mfa-device.ts'
import type { TotpStore } from './store.ts'

type Deps = { read: { totp: TotpStore }; sealer: Sealer; clock: Clock }

/** The last step, this one and the next around the learned drift: three codes (security.md 4.4). */
const WINDOW_STEPS = 1

/**
 * Checks a code against every device of the principal, whether or not one matched already. A code whose step was spent,
 * for whatever purpose, is never good again, also when the clock was set back. The caller has reserved a try before.
 *
 * @returns the proof, and the one statement that spends the step, lets the drift follow and notes the use
 *
 * Refuses: code_malformed, code_wrong, code_spent.
 * Throws: SealBroken when a device's key was altered or moved.
 */
export async function checkDeviceCode(
  deps: Deps,
  principal: Principal,
  typed: string,
): Promise<(Proved<{ totp: TotpStore }> & { deviceId: MfaDeviceId }) | Refused> {
  const code = normaliseCode(typed)
  const devices = await deps.read.totp.list(principal)
  if (!isFormed(code, devices)) return refuse('code_malformed')

  const now = deps.clock.now()
  let found: { device: MfaDevice; step: number } | undefined
  let spent = false
  for (const device of devices) {
    const step = matchingStep(deps.sealer, device, code, now)
    if (step === undefined) continue
    if (step > device.lastStep) found ??= { device, step }
    else spent = true
  }
  if (found === undefined) return spent ? refuse('code_spent') : refuse('code_wrong')

  const { device, step } = found
  const observedDrift = step - timeStep(now / SECOND, device.shape.periodSeconds)
  return {
    deviceId: device.deviceId,
    proof: { kind: 'virtual_mfa', factorClass: 'possession', source: device.deviceId, at: now },
    spend: (stores) => stores.totp.spendStep(principal, device.deviceId, { step, observedDrift, now }),
  }
}

/** As many digits as one of the devices shows; six where there is none. */
function isFormed(code: string, devices: readonly MfaDevice[]): boolean {
  const lengths = devices.length === 0 ? [6] : devices.map((device) => device.shape.digits)
  return /^\d+$/.test(code) && lengths.includes(code.length)
}

function matchingStep(sealer: Sealer, device: MfaDevice, code: string, now: Instant): number | undefined {
  const key = sealer.open(devicePlace(device), device.sealedKey)
  const at = { unixSeconds: now / SECOND, driftSteps: device.driftSteps, windowSteps: WINDOW_STEPS }
  const check = checkCode(key, code, at, device.shape)
  key.fill(0)
  return check.matched ? check.step : undefined
}
