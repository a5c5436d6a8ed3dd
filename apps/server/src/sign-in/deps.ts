/** What the rules of signing in stand on. */
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { NotMeLinkStore } from '../not-me-links/store.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { Places } from '../places/place.ts'
import type { ProofDeps, ProofStores } from '../proofs/check-proof.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { StandingStores } from '../standing/find-standing.ts'
import type { UsualSignInStore } from '../usual-sign-ins/store.ts'
import type { AttemptStore } from './store.ts'

export type SignInStores = ProofStores &
  StandingStores & {
    attempts: AttemptStore
    devices: DeviceStore
    notMeLinks: NotMeLinkStore
    passwords: PasswordStore
    sessions: SessionStore
    usualSignIns: UsualSignInStore
  }

export type SignInDeps = Omit<ProofDeps, 'read' | 'atomically'> & {
  read: SignInStores
  atomically: Atomically<SignInStores>
  /** What the link of a mail begins with. */
  origin: URL
  places: Places
  /** A new password must not be built on it. */
  productName: string
}
