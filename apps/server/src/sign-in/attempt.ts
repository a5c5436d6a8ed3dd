/** The sign-in attempt as a pure state machine: what is proven, what is still needed, when it ends. */
import { type Instant, MINUTE } from '../kernel/clock.ts'
import { type Level, levelOf, type Proof } from '../kernel/proof.ts'

/** A sign-in has this long from its password to its last step (security.md 3.6). */
export const ATTEMPT_LIFE = 10 * MINUTE
/** Wrong codes in one attempt; then the password is asked for again (security.md 4.4). */
export const TRIES = 5

export type DeadReason = 'expired' | 'tries_used' | 'cancelled' | 'superseded'

/**
 * `begun` has proven nothing, `second_step` the password of a principal that has a second factor, `done` all that was
 * asked. Only `done` is ever turned into a session; `dead` never becomes anything else.
 */
export type Attempt =
  | { readonly state: 'begun'; readonly needs: Level; readonly expiresAt: Instant }
  | {
      readonly state: 'second_step'
      readonly proofs: readonly Proof[]
      readonly wrong: number
      readonly expiresAt: Instant
    }
  | { readonly state: 'done'; readonly proofs: readonly Proof[]; readonly level: Level }
  | { readonly state: 'dead'; readonly reason: DeadReason }

/** What can happen to an attempt. */
export type Happening =
  | { readonly kind: 'proved'; readonly proof: Proof }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'cancelled' }
  /** The password or the factors changed elsewhere. */
  | { readonly kind: 'superseded' }

/**
 * An attempt before its first proof. `needs` is `aal2` whenever a second factor is bound and no trusted browser stands in
 * for it, whatever else a policy says.
 */
export function beginAttempt(needs: Level, now: Instant): Attempt {
  return { state: 'begun', needs, expiresAt: now + ATTEMPT_LIFE }
}

/**
 * One step. Ended attempts stay as they are; time is judged before anything else; a proof counts only where it is asked
 * for, and the second must be of another class and source than the first, or a bypass code.
 */
export function step(attempt: Attempt, happening: Happening, now: Instant): Attempt {
  if (attempt.state === 'done' || attempt.state === 'dead') return attempt
  if (now >= attempt.expiresAt) return { state: 'dead', reason: 'expired' }
  switch (happening.kind) {
    case 'cancelled':
      return { state: 'dead', reason: 'cancelled' }
    case 'superseded':
      return { state: 'dead', reason: 'superseded' }
    case 'wrong':
      return wrongCode(attempt)
    case 'proved':
      return attempt.state === 'begun'
        ? firstProof(attempt, happening.proof)
        : secondProof(attempt, happening.proof)
  }
}

function wrongCode(attempt: Attempt & { state: 'begun' | 'second_step' }): Attempt {
  if (attempt.state === 'begun') return attempt
  const wrong = attempt.wrong + 1
  return wrong >= TRIES ? { state: 'dead', reason: 'tries_used' } : { ...attempt, wrong }
}

function firstProof(attempt: Attempt & { state: 'begun' }, proof: Proof): Attempt {
  if (proof.kind !== 'password') return attempt
  const proofs = [proof]
  if (attempt.needs === 'aal1') return { state: 'done', proofs, level: levelOf(proofs) }
  return { state: 'second_step', proofs, wrong: 0, expiresAt: attempt.expiresAt }
}

function secondProof(attempt: Attempt & { state: 'second_step' }, proof: Proof): Attempt {
  const proofs = [...attempt.proofs, proof]
  // It stands in for the second factor and is none: what it opens owes the set-up of one.
  if (proof.kind === 'bypass_code') return { state: 'done', proofs, level: levelOf(proofs) }
  return levelOf(proofs) === 'aal2' ? { state: 'done', proofs, level: 'aal2' } : attempt
}
