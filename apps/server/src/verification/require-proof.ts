/** Whether a live session must prove more before an act, and what for. */
import { type Clock, type Instant, MINUTE } from '../kernel/clock.ts'
import type { Caller } from '../kernel/principal.ts'
import { levelOf } from '../kernel/proof.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { isBypassed } from '../standing/standing.ts'
import type { AllowedMeans } from './identity-methods.ts'
import { type MeansStores, readMeans } from './means.ts'
import type { VerificationStore } from './store.ts'
import { FRESH_LIFE, type Means, methodsFor, opens, type Purpose } from './verification.ts'

export type RequireDeps = {
  read: MeansStores & { verifications: VerificationStore }
  clock: Clock
  allowedMeans: AllowedMeans
}

/** So long may the wizard take that a bypass code opened. */
const BYPASS_LIFE = 60 * MINUTE

/**
 * Until when the session itself is proof enough for a purpose; undefined where it never is, infinite where it always is.
 *
 * With a second factor bound: a session of `aal2` that was proven whole in the last five minutes. Without one: in the five
 * minutes after the account was created a phone and security questions may be added; a change of password needs its
 * current password alone, which its own rule checks. A recovery code counts for as long as the account allows them. A session that a bypass code opened may set MFA up, and nothing else.
 */
export function freshUntil(
  purpose: Purpose,
  caller: Caller,
  means: Pick<Means, 'devices' | 'takesRecoveryCodes'> & { createdAt: Instant },
): Instant | undefined {
  if (isBypassed(caller.proofs)) return purpose === 'bind_mfa' ? caller.fullAt + BYPASS_LIFE : undefined
  if (means.devices > 0) {
    const counting = caller.proofs.filter(({ kind }) => kind !== 'recovery_code' || means.takesRecoveryCodes)
    return levelOf(counting) === 'aal2' ? caller.fullAt + FRESH_LIFE : undefined
  }
  if (purpose === 'change_password') return Number.POSITIVE_INFINITY
  const addsMeans = purpose === 'set_phone' || purpose === 'set_security_questions'
  return addsMeans ? means.createdAt + FRESH_LIFE : undefined
}

/**
 * Asked by every sensitive act before anything else, with what counts at this moment (security.md 1C, C11; 1D, D1).
 *
 * Refuses: verification_needed for the wizard, step_up_needed for everything else.
 */
export async function requireProof(
  deps: RequireDeps,
  caller: Caller,
  purpose: Purpose,
): Promise<Refused | undefined> {
  const now = deps.clock.now()
  const means = await readMeans(deps.read, deps.allowedMeans, caller)
  if (now < (freshUntil(purpose, caller, means) ?? 0)) return undefined
  const verification = await deps.read.verifications.find(caller, caller.sessionId, purpose)
  if (opens(verification, methodsFor(purpose, means), now)) return undefined
  return refuse(purpose === 'bind_mfa' ? 'verification_needed' : 'step_up_needed')
}
