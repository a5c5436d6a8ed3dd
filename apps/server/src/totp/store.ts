/** What must be kept of virtual MFA devices, bound and pending. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, BindingId, MfaDeviceId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { DeviceName } from './device-name.ts'
import type { MfaDevice } from './mfa-device.ts'
import type { PendingDevice } from './pending-device.ts'

/** Which pending device is meant, and by whom. */
export type BindingOf = Principal & { readonly sessionId: SessionId; readonly bindingId: BindingId }

export type TotpStore = {
  /** The bound devices, oldest first. */
  readonly list: (principal: Principal) => Promise<readonly MfaDevice[]>
  readonly find: (principal: Principal, deviceId: MfaDeviceId) => Promise<MfaDevice | undefined>
  readonly count: (principal: Principal) => Promise<number>
  /** The slugs of an account that are this one, or this one with more behind a hyphen. */
  readonly slugsLike: (accountId: AccountId, slug: string) => Promise<readonly string[]>
  /** False when the principal has a device of this name, or the account one of this slug. */
  readonly insert: (device: MfaDevice, nameKey: string) => Promise<boolean>
  /**
   * Spends a time step if it is newer than all that were spent, moves the drift by one step at most towards the one
   * that was observed, and notes the use; whether it did. The statement that makes a code good for one time.
   */
  readonly spendStep: (
    principal: Principal,
    deviceId: MfaDeviceId,
    spent: { step: number; observedDrift: number; now: Instant },
  ) => Promise<boolean>
  /** False when the device is gone or another of the principal has this name. */
  readonly rename: (principal: Principal, deviceId: MfaDeviceId, name: DeviceName) => Promise<boolean>
  /** Whether the device was there, which it then no longer is. */
  readonly remove: (principal: Principal, deviceId: MfaDeviceId) => Promise<boolean>
  /** Removes all devices of a principal; how many. */
  readonly removeAll: (principal: Principal) => Promise<number>

  readonly findPending: (principal: Principal) => Promise<PendingDevice | undefined>
  /** Puts a pending device in the place of the one that the principal had. */
  readonly replacePending: (pending: PendingDevice) => Promise<void>
  /** Counts a miss before it is known to be one, while the device is live and has misses left; the device if it did. */
  readonly takeMiss: (
    binding: BindingOf,
    at: { now: Instant; limit: number },
  ) => Promise<PendingDevice | undefined>
  /** Takes the pending device if it is live; whether it was. The statement that lets a device be bound. */
  readonly takePending: (binding: BindingOf, now: Instant) => Promise<boolean>
  /** Whether there was one. */
  readonly dropPending: (principal: Principal) => Promise<boolean>
  /** Housekeeping: pending devices that are over. */
  readonly purgePending: (now: Instant) => Promise<number>
}
