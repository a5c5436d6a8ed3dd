/** What must be kept of known devices. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { KnownDevice, TrustedDevice } from './known-device.ts'

export type DeviceStore = {
  /** The one that has one of these tokens; the last seen where several have. */
  readonly find: (principal: Principal, tokenHashes: readonly string[]) => Promise<KnownDevice | undefined>
  readonly insert: (device: KnownDevice, tokenHash: string) => Promise<void>
  readonly seen: (principal: Principal, deviceId: KnownDeviceId, now: Instant) => Promise<void>
  /** Forgets all but one; how many. */
  readonly forgetAll: (principal: Principal, except?: KnownDeviceId) => Promise<number>
  /** From here on, as this browser with this token, while the principal's security version stays what it is. */
  readonly trust: (
    principal: Principal,
    deviceId: KnownDeviceId,
    from: { readonly now: Instant; readonly browser: string; readonly tokenHash: string },
  ) => Promise<void>
  /** Those trusted after `since` whose trust no change of password or factors ended, the last trusted first. */
  readonly listTrusted: (principal: Principal, since: Instant) => Promise<readonly TrustedDevice[]>
  /** The one of these that has one of the tokens, if it comes as the browser that was trusted. */
  readonly findTrusted: (
    principal: Principal,
    tokenHashes: readonly string[],
    of: { readonly since: Instant; readonly browser: string },
  ) => Promise<KnownDeviceId | undefined>
  /** Of one device or of all, which stay known; how many were trusted, whether or not it still held. */
  readonly endTrust: (principal: Principal, deviceId?: KnownDeviceId) => Promise<number>
  /** Of every device of an account's principals. */
  readonly endTrustOfAll: (accountId: AccountId) => Promise<void>
}
