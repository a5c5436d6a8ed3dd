/** What the rules of creating an account stand on. */
import type { AccountStore } from '../accounts/store.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SendDeps } from '../codes/send-code.ts'
import type { CodeStore } from '../codes/store.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import type { RegistrationMode } from './registration.ts'
import type { RegistrationStore } from './store.ts'

type Stores = {
  accounts: AccountStore
  audit: AuditStore
  codes: CodeStore
  devices: DeviceStore
  outbox: OutboxStore
  passwords: PasswordStore
  registrations: RegistrationStore
  sessions: SessionStore
  throttle: ThrottleStore
  usualSignIns: UsualSignInStore
}

export type RegistrationDeps = Omit<SendDeps, 'atomically'> & {
  read: Stores
  atomically: Atomically<Stores>
  hasher: SlowHash
  mode: RegistrationMode
  minimumPasswordLength: number
  productName: string
}
