/** A virtual MFA device: a TOTP authenticator that a principal bound. */
import type { Shape } from '@sallyport/otp'
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, MfaDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

/** So many devices a principal can have. */
export const DEVICE_LIMIT = 8

/** How many steps a device's clock may be away from ours, when it is bound and ever after (security.md 4.6). */
export const DRIFT_LIMIT = 20

export type MfaDevice = Principal & {
  readonly deviceId: MfaDeviceId
  readonly name: string
  /** The last part of the serial. It stays when the device is renamed, so that a serial always means one device. */
  readonly slug: string
  readonly shape: Shape
  /** The newest step that was spent: codes of this step and of older ones are refused. */
  readonly lastStep: number
  /** How many steps the device's clock is ahead of ours, as learned. */
  readonly driftSteps: number
  readonly boundAt: Instant
  /** Undefined until a code of it passed after the binding. */
  readonly lastUsedAt: Instant | undefined
  /** Opened in `check-code.ts` alone. */
  readonly sealedKey: string
}

/** The serial by which the RAM interface names the device. */
export function serialOf({ accountId, slug }: { accountId: AccountId; slug: string }): string {
  return `acs:ram::${accountId}:mfa/${slug}`
}

/** How far the device's clock is off, in seconds; positive is ahead. */
export function clockOffsetSeconds({ driftSteps, shape }: MfaDevice): number {
  return driftSteps * shape.periodSeconds
}
