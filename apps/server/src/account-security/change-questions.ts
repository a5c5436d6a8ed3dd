/** Sets and removes the caller's security questions. */
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { DAY, HOUR } from '../kernel/clock.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { contextOf } from '../passwords/judge-password.ts'
import { answersKey } from '../security-questions/check-answers.ts'
import { prepareQuestions } from '../security-questions/set-questions.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import { takeHit } from '../throttle/take-hit.ts'
import { availableMethods } from '../verification/identity-methods.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SecurityDeps, SecurityStores } from './deps.ts'

/** Sets that may be compared with the password: who holds a session must not guess it here without end. */
const COMPARISONS = [
  { max: 10, withinMs: HOUR },
  { max: 30, withinMs: DAY },
]
/** No password is shorter, whatever the policy, so a shorter answer needs no slow comparison. */
const SHORTEST_PASSWORD = 8

/**
 * An answer must not be the password either (security.md 3.4, 4). Questions set anew are on again with their whole budget.
 *
 * Refuses: sign_in_needed, method_unavailable where server or account let questions prove nothing, step_up_needed, password_wait, and what `prepareQuestions` refuses.
 */
export async function setSecurityQuestions(
  deps: SecurityDeps,
  caller: Caller,
  questions: readonly { id: string; answer: string }[],
  context: RequestContext,
): Promise<undefined | Refused> {
  const off = await refuseSwitchedOff(deps, deps.read, caller)
  if (off) return off
  const needed = await requireProof(deps, caller, 'set_security_questions')
  if (needed) return needed
  const details = await deps.read.accounts.details(caller)
  const email = details?.email ?? ''
  const kept = await prepareQuestions(deps, caller, questions, [email, ...contextOf(email, deps.productName)])
  if (isRefused(kept)) return kept
  const isPassword = await refusePassword(deps, caller, questions)
  if (isPassword) return isPassword
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const offNow = await refuseSwitchedOff(deps, stores, caller)
    if (offNow) return offNow
    const before = await stores.securityQuestions.find(caller)
    await stores.securityQuestions.replace(caller, kept, deps.clock.now())
    await stores.throttle.dropHits(answersKey(caller))
    await tell(deps, stores, caller, before === undefined ? 'set' : 'changed', context)
    return undefined
  })
}

async function refuseSwitchedOff(
  deps: Pick<SecurityDeps, 'allowedMeans'>,
  read: Pick<SecurityStores, 'accounts' | 'settings'>,
  caller: Caller,
): Promise<Refused | undefined> {
  const { identityMethods } = await findAllowedKinds(read, caller)
  const available = availableMethods(identityMethods, deps.allowedMeans)
  return available.includes('security_questions') ? undefined : refuse('method_unavailable')
}

async function refusePassword(
  deps: SecurityDeps,
  caller: Caller,
  questions: readonly { answer: string }[],
): Promise<Refused | undefined> {
  if (questions.every(({ answer }) => answer.length < SHORTEST_PASSWORD)) return undefined
  const full = await takeHit(deps, {
    accountId: caller.accountId,
    scope: 'answers_compared',
    subject: caller.principalId,
    limits: COMPARISONS,
  })
  if (full) return refuse('password_wait', full)
  for (const [index, { answer }] of questions.entries()) {
    if (answer.length < SHORTEST_PASSWORD) continue
    const compared = await checkPassword(deps, caller, new Secret(answer))
    if (!isRefused(compared)) return refuse('answer_guessable', { field: `questions/${index}/answer` })
    if (compared.refused !== 'password_wrong') return compared
  }
  return undefined
}

/** Refuses: sign_in_needed, step_up_needed. */
export async function removeSecurityQuestions(
  deps: SecurityDeps,
  caller: Caller,
  context: RequestContext,
): Promise<undefined | Refused> {
  const needed = await requireProof(deps, caller, 'set_security_questions')
  if (needed) return needed
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    if (await stores.securityQuestions.remove(caller)) await tell(deps, stores, caller, 'removed', context)
    return undefined
  })
}

async function tell(
  deps: SecurityDeps,
  stores: SecurityStores,
  caller: Caller,
  change: 'set' | 'changed' | 'removed',
  context: RequestContext,
): Promise<void> {
  await recordEvent(stores, deps.clock, {
    accountId: caller.accountId,
    actor: caller.principalId,
    subject: caller.principalId,
    action: change === 'removed' ? 'security_questions.removed' : 'security_questions.set',
    outcome: 'succeeded',
    context,
  })
  await tellOwner(stores, deps, caller, { template: 'security_questions_changed', change })
}
