/** What the acts of the link "It wasn't me" stand on. */
import type { AccessStores } from '../access/renew-session.ts'
import type { TellDeps } from '../accounts/tell-owner.ts'
import type { AuditStore } from '../audit/store.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { InvitationStore } from '../invitations/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { NotMeLinkStore } from '../not-me-links/store.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { StandingStores } from '../standing/find-standing.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import type { TotpStore } from '../totp/store.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'

export type NotMeStores = AccessStores &
  StandingStores & {
    audit: AuditStore
    bypassCodes: BypassCodeStore
    devices: DeviceStore
    invitations: InvitationStore
    notMeLinks: NotMeLinkStore
    outbox: OutboxStore
    passwords: PasswordStore
    throttle: ThrottleStore
    totp: TotpStore
    usualSignIns: UsualSignInStore
  }

export type NotMeDeps = TellDeps & {
  read: NotMeStores
  atomically: Atomically<NotMeStores>
  addressLimits: boolean
  hasher: SlowHash
  productName: string
}
