/** What has been proven, and the assurance level that follows from it. */
import type { Instant } from './clock.ts'

export type FactorClass = 'knowledge' | 'possession' | 'inherence'

/** Kinds of proof. Security questions are no factor and never stand here (security.md 3.4). */
export type ProofKind =
  | 'password'
  | 'virtual_mfa'
  | 'recovery_code'
  | 'email_code'
  | 'phone_code'
  /** Made by an administrator: it stands in for a second factor and is none. */
  | 'bypass_code'

/**
 * One proof. `source` names the secret or mailbox it came from: two proofs of one source are one
 * (security.md 1C, C12).
 */
export type Proof = {
  readonly kind: ProofKind
  readonly factorClass: FactorClass
  readonly source: string
  readonly at: Instant
}

export type Level = 'aal1' | 'aal2'

/** Kinds that may stand as a second factor at sign-in; codes by mail or phone verify identity only. */
const SECOND_FACTORS: ReadonlySet<ProofKind> = new Set(['virtual_mfa', 'recovery_code'])

/**
 * The live assurance level of a set of proofs: `aal2` needs a password and a second factor of another class and source.
 * Computed at each decision, never stored (security.md 1C, C1 and C11).
 */
export function levelOf(proofs: readonly Proof[]): Level {
  const first = proofs.find((proof) => proof.kind === 'password')
  const second = proofs.find((proof) => SECOND_FACTORS.has(proof.kind))
  return first && second && first.factorClass !== second.factorClass && first.source !== second.source
    ? 'aal2'
    : 'aal1'
}
