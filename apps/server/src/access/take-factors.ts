/** Takes every second factor off a principal, for whoever resets it from outside. */
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Principal } from '../kernel/principal.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { TotpStore } from '../totp/store.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import { type AccessStores, endAccess } from './renew-session.ts'

export type FactorStores = AccessStores & {
  bypassCodes: BypassCodeStore
  devices: DeviceStore
  recoveryCodes: RecoveryCodeStore
  totp: TotpStore
  usualSignIns: UsualSignInStore
}

export type TakenFactors = {
  readonly devices: number
  readonly recoveryCodes: number
  readonly browsers: number
  readonly sessions: number
}

/**
 * Bound and pending devices, recovery codes, known and seen browsers, what is usual and a bypass code go, sessions and attempts end. Runs in the
 * transaction of what it belongs to.
 *
 * @returns what went, and whether the principal lost anything that it could prove itself by
 */
export async function takeFactors(
  stores: FactorStores,
  principal: Principal,
): Promise<{ taken: TakenFactors; lost: boolean }> {
  const devices = await stores.totp.removeAll(principal)
  const pending = await stores.totp.dropPending(principal)
  const recoveryCodes = await stores.recoveryCodes.removeAll(principal)
  const browsers = await stores.devices.forgetAll(principal)
  await stores.usualSignIns.forget(principal)
  await stores.bypassCodes.remove(principal)
  const { sessions } = await endAccess(stores, principal)
  const taken = { devices, recoveryCodes, browsers, sessions }
  return { taken, lost: devices > 0 || recoveryCodes > 0 || pending }
}
