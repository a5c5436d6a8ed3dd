/** What the acts of the account security page stand on. */
import type { AttemptEnder } from '../access/renew-session.ts'
import type { AccountStore } from '../accounts/store.ts'
import type { TellDeps } from '../accounts/tell-owner.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SendDeps } from '../codes/send-code.ts'
import type { CodeStore } from '../codes/store.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { NotMeLinkStore } from '../not-me-links/store.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { ProofDeps, ProofStores } from '../proofs/check-proof.ts'
import type { SecurityQuestionStore } from '../security-questions/store.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { StandingStores } from '../standing/find-standing.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import type { RequireDeps } from '../verification/require-proof.ts'
import type { VerificationStore } from '../verification/store.ts'
import type { AddressChangeStore } from './store.ts'

export type SecurityStores = ProofStores &
  StandingStores & {
    accounts: AccountStore
    addressChanges: AddressChangeStore
    attempts: AttemptEnder
    audit: AuditStore
    codes: CodeStore
    devices: DeviceStore
    notMeLinks: NotMeLinkStore
    passwords: PasswordStore
    securityQuestions: SecurityQuestionStore
    sessions: SessionStore
    usualSignIns: UsualSignInStore
    verifications: VerificationStore
  }

export type SecurityDeps = TellDeps &
  Omit<SendDeps, 'atomically'> &
  Omit<ProofDeps, 'read' | 'atomically'> &
  Omit<RequireDeps, 'read'> & {
    read: SecurityStores
    atomically: Atomically<SecurityStores>
    hasher: SlowHash
    productName: string
  }
