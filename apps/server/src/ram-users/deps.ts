/** What the acts on RAM users stand on. */
import type { AccessStores } from '../access/renew-session.ts'
import type { TellDeps } from '../accounts/tell-owner.ts'
import type { AuditStore } from '../audit/store.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import type { Mac } from '../crypto/mac.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { GroupStore } from '../groups/store.ts'
import type { InvitationStore } from '../invitations/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { NotMeLinkStore } from '../not-me-links/store.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import type { TotpStore } from '../totp/store.ts'
import type { UserStore } from '../users/store.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import type { RequireDeps } from '../verification/require-proof.ts'

export type RamUserStores = AccessStores & {
  audit: AuditStore
  bypassCodes: BypassCodeStore
  devices: DeviceStore
  groups: GroupStore
  invitations: InvitationStore
  notMeLinks: NotMeLinkStore
  outbox: OutboxStore
  passwords: PasswordStore
  recoveryCodes: RecoveryCodeStore
  settings: SettingsStore
  throttle: ThrottleStore
  totp: TotpStore
  users: UserStore
  usualSignIns: UsualSignInStore
}

export type RamUserDeps = TellDeps &
  Omit<RequireDeps, 'read'> & {
    read: RequireDeps['read'] & RamUserStores
    atomically: Atomically<RamUserStores>
    hasher: SlowHash
    mac: Mac
    origin: URL
  }
