/** A verification: that the person at a live session proved who they are, for one purpose, for ten minutes. */
import type { Call } from '@sallyport/contract'
import { type Instant, MINUTE } from '../kernel/clock.ts'
import type { SessionId, VerificationId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'

export type Purpose = Call<'GET /api/verification/:purpose'>['params']['purpose']
export type VerificationMethod = Call<'GET /api/verification/:purpose'>['reply']['methods'][number]['method']

/** How long a proven verification opens its purpose, and how long an open one waits for its proof. */
export const VERIFICATION_LIFE = 10 * MINUTE
/** For so long after a full sign-in, a binding or the account's creation nothing more is asked. */
export const FRESH_LIFE = 5 * MINUTE

export type Verification = Principal & {
  readonly verificationId: VerificationId
  readonly sessionId: SessionId
  readonly purpose: Purpose
  readonly expiresAt: Instant
} & (
    | { readonly state: 'open' }
    | { readonly state: 'proven'; readonly method: VerificationMethod; readonly provenAt: Instant }
  )

/** What is on file of a principal and may prove who it is. */
export type Means = {
  readonly email: string | undefined
  /** False for an address that an administrator entered and nobody has answered from yet. */
  readonly emailVerified: boolean
  readonly phone: string | undefined
  readonly questionIds: readonly string[]
  readonly devices: number
  readonly recoveryCodes: number
  /** False where the account lets its users have none. */
  readonly takesRecoveryCodes: boolean
}

/**
 * The ways that count for a purpose. With a second factor bound only second factors do (security.md 1D, D1). Without
 * one: the first binding takes email, phone or the security questions beside the live password session (3.4); everything
 * else takes the verified email alone, so that a password alone never adds what then proves identity. What an
 * administrator entered counts for the first binding, which verifies it (product.md, RAM console).
 */
export function methodsFor(purpose: Purpose, means: Means): readonly VerificationMethod[] {
  if (means.devices > 0) return means.recoveryCodes > 0 ? ['virtual_mfa', 'recovery_code'] : ['virtual_mfa']
  const binds = purpose === 'bind_mfa'
  const byEmail = means.email !== undefined && (means.emailVerified || binds)
  const methods: VerificationMethod[] = byEmail ? ['email'] : []
  if (!binds) return methods
  if (means.phone !== undefined) methods.push('phone')
  if (means.questionIds.length > 0) methods.push('security_questions')
  return methods
}

/** Whether a verification opens its purpose at `now`, given what counts now (not what counted when it was proven). */
export function opens(
  verification: Verification | undefined,
  methods: readonly VerificationMethod[],
  now: Instant,
): boolean {
  return (
    verification?.state === 'proven' && now < verification.expiresAt && methods.includes(verification.method)
  )
}
