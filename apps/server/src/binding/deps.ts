/** What the rules of binding stand on. */
import type { AttemptEnder } from '../access/renew-session.ts'
import type { AccountStore } from '../accounts/store.ts'
import type { TellDeps } from '../accounts/tell-owner.ts'
import type { AuditStore } from '../audit/store.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SecurityQuestionStore } from '../security-questions/store.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { StandingStores } from '../standing/find-standing.ts'
import type { TotpStore } from '../totp/store.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import type { RequireDeps } from '../verification/require-proof.ts'
import type { VerificationStore } from '../verification/store.ts'

export type BindingStores = {
  accounts: AccountStore
  attempts: AttemptEnder
  audit: AuditStore
  bypassCodes: BypassCodeStore
  devices: DeviceStore
  outbox: OutboxStore
  recoveryCodes: RecoveryCodeStore
  securityQuestions: SecurityQuestionStore
  sessions: SessionStore
  settings: SettingsStore
  totp: TotpStore
  usualSignIns: UsualSignInStore
  verifications: VerificationStore
}

export type BindingDeps = TellDeps &
  Omit<RequireDeps, 'read'> & {
    read: RequireDeps['read'] & BindingStores & StandingStores
    atomically: Atomically<BindingStores>
    hasher: SlowHash
    sealer: Sealer
    /** The issuer in QR codes. */
    productName: string
  }
