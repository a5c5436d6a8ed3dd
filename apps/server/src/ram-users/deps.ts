/** What the acts on RAM users stand on. */
import type { AccessStores } from '../access/renew-session.ts'
import type { TellDeps } from '../accounts/tell-owner.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { InvitationStore } from '../invitations/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { UserStore } from '../users/store.ts'
import type { RequireDeps } from '../verification/require-proof.ts'

export type RamUserStores = AccessStores & {
  audit: AuditStore
  invitations: InvitationStore
  outbox: OutboxStore
  passwords: PasswordStore
  settings: SettingsStore
  users: UserStore
}

export type RamUserDeps = TellDeps &
  Omit<RequireDeps, 'read'> & {
    read: RequireDeps['read'] & RamUserStores
    atomically: Atomically<RamUserStores>
    hasher: SlowHash
    origin: URL
  }
