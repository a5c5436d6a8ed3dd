/** What the acts on security settings stand on. */
import type { AuditStore } from '../audit/store.ts'
import type { Mac } from '../crypto/mac.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { QueueDeps } from '../notify/queue-message.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import type { UserStore } from '../users/store.ts'
import type { RequireDeps } from '../verification/require-proof.ts'
import type { SurveyStore } from './store.ts'

export type SettingsStores = {
  audit: AuditStore
  devices: DeviceStore
  outbox: OutboxStore
  recoveryCodes: RecoveryCodeStore
  sessions: SessionStore
  settings: SettingsStore
  surveys: SurveyStore
  throttle: ThrottleStore
  users: UserStore
}

export type SettingsDeps = QueueDeps &
  Omit<RequireDeps, 'read'> & {
    read: RequireDeps['read'] & SettingsStores
    atomically: Atomically<SettingsStores>
    mac: Mac
  }
