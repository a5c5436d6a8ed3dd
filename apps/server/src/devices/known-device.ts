/** A known device: a browser that passed a full two-step sign-in of this principal. */
import type { Instant } from '../kernel/clock.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

export type KnownDevice = Principal & {
  readonly deviceId: KnownDeviceId
  readonly browser: string
  readonly madeAt: Instant
  readonly lastSeenAt: Instant
}

/** A known device that stands in for the second step of a sign-in since a moment. */
export type TrustedDevice = KnownDevice & { readonly trustedAt: Instant }
