/** Takes a proof of identity for one purpose of one live session. */
import { recordEvent } from '../audit/record-event.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { Instant } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { checkProof, type GuessableMethod, type ProofDeps, type ProofStores } from '../proofs/check-proof.ts'
import { tellRecoveryCodeUsed } from '../proofs/tell-recovery-code-used.ts'
import { checkAnswers } from '../security-questions/check-answers.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { UserStore } from '../users/store.ts'
import { type MeansStores, readMeans } from './means.ts'
import { openVerification } from './open-verification.ts'
import type { RequireDeps } from './require-proof.ts'
import type { VerificationStore } from './store.ts'
import {
  type Means,
  methodsFor,
  type Purpose,
  VERIFICATION_LIFE,
  type VerificationMethod,
} from './verification.ts'

type Stores = ProofStores &
  MeansStores & {
    sessions: SessionStore
    users: UserStore
    verifications: VerificationStore
  }

export type ProveDeps = Omit<ProofDeps, 'read' | 'atomically'> &
  Omit<RequireDeps, 'read'> & {
    read: Stores & { devices: DeviceStore }
    atomically: Atomically<Stores>
  }

export type GivenProof =
  | { readonly method: Exclude<GuessableMethod, 'bypass_code'>; readonly code: string }
  | { readonly method: 'security_questions'; readonly answers: readonly string[] }

/**
 * A right proof is spent and opens its purpose for ten minutes, in one transaction, which asks anew whether this way
 * still counts: a kind that was switched off while the code was checked proves nothing. What is broken off is recorded
 * apart, since the transaction leaves nothing.
 *
 * Refuses: sign_in_needed, method_unavailable, code_spent, and what `checkProof` and `checkAnswers` refuse.
 */
export async function proveIdentity(
  deps: ProveDeps,
  caller: Caller,
  input: { purpose: Purpose; given: GivenProof; deviceTokens: DeviceTokens },
  context: RequestContext,
): Promise<undefined | Refused> {
  const { purpose, given } = input
  const means = await readMeans(deps.read, deps.allowedMeans, caller)
  if (!methodsFor(purpose, means).includes(given.method)) return refuse('method_unavailable')
  const verification = await openVerification(deps, caller, purpose)

  const checked =
    given.method === 'security_questions'
      ? await checkAnswers(deps, caller, given.answers)
      : await checkProof(deps, {
          principal: caller,
          challengeId: verification.verificationId,
          challengeEndsAt: verification.expiresAt,
          purpose,
          method: given.method,
          code: given.code,
          ...destinationOf(given.method, means),
          device: await findKnownDevice(deps.read, caller, input.deviceTokens),
          sessionId: caller.sessionId,
          context,
        })
  if (isRefused(checked)) {
    await recordRefused(deps, caller, purpose, given.method, context, checked.reason)
    return checked
  }
  const refused = await orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await isStillSignedIn(stores, deps, caller))) throw new BreakOff(refuse('sign_in_needed'))
      const counts = await readMeans(stores, deps.allowedMeans, caller)
      if (!methodsFor(purpose, counts).includes(given.method))
        throw new BreakOff(refuse('method_unavailable', {}, 'off_meanwhile'))
      const spent = 'spend' in checked ? await checked.spend(stores) : true
      const now = deps.clock.now()
      const proven = { method: given.method, now, expiresAt: now + VERIFICATION_LIFE }
      if (!spent || !(await stores.verifications.prove(caller, verification.verificationId, proven)))
        throw new BreakOff(refuse('code_spent', { field: 'code' }))
      const address = destinationOf(given.method, means).destination
      if (address !== undefined) await markVerified(stores, caller, given.method, address, now)
      if (given.method === 'recovery_code') await tellRecoveryCodeUsed(stores, deps, caller, context)
      await recordEvent(stores, deps.clock, eventOf(caller, purpose, given.method, context))
      return undefined
    }),
  )
  if (refused) await recordRefused(deps, caller, purpose, given.method, context, refused.reason)
  return refused
}

/** The address on file at this moment: a code to an older one proves nothing (security.md 1C, C14). */
function destinationOf(method: VerificationMethod, means: Means): { destination?: string } {
  const destination = method === 'email' ? means.email : method === 'phone' ? means.phone : undefined
  return destination === undefined ? {} : { destination }
}

/** What an administrator entered is the user's own from the first time that it answers. */
async function markVerified(
  stores: Pick<Stores, 'users'>,
  caller: Caller,
  method: VerificationMethod,
  address: string,
  now: Instant,
): Promise<void> {
  if (caller.kind !== 'ram') return
  if (method === 'email') await stores.users.verifyEmail(caller, address, now)
  if (method === 'phone') await stores.users.verifyPhone(caller, address, now)
}

function eventOf(caller: Caller, purpose: Purpose, method: VerificationMethod, context: RequestContext) {
  const factors = method === 'security_questions' ? [] : (['possession'] as const)
  return {
    accountId: caller.accountId,
    actor: caller.principalId,
    subject: caller.principalId,
    action: 'verification.proven',
    outcome: 'succeeded',
    factors,
    context,
    details: { purpose, method },
  } as const
}

function recordRefused(
  deps: ProveDeps,
  caller: Caller,
  purpose: Purpose,
  method: VerificationMethod,
  context: RequestContext,
  reason: string,
) {
  return deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      ...eventOf(caller, purpose, method, context),
      action: 'verification.refused',
      outcome: 'refused',
      factors: [],
      reason,
    }),
  )
}
