/** Sets and removes the caller's security questions. */
import { tellOwner } from '../accounts/tell-owner.ts'
import type { AuditAction } from '../audit/action.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { contextOf } from '../passwords/judge-password.ts'
import { answersKey } from '../security-questions/check-answers.ts'
import { prepareQuestions } from '../security-questions/set-questions.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SecurityDeps, SecurityStores } from './deps.ts'

/**
 * Questions set anew are on again with their whole budget.
 *
 * Refuses: method_unavailable, step_up_needed, and what `prepareQuestions` refuses.
 */
export async function setSecurityQuestions(
  deps: SecurityDeps,
  caller: Caller,
  questions: readonly { id: string; answer: string }[],
  context: RequestContext,
): Promise<undefined | Refused> {
  if (!deps.allowedMeans.securityQuestions) return refuse('method_unavailable')
  const needed = await requireProof(deps, caller, 'set_security_questions')
  if (needed) return needed
  const details = await deps.read.accounts.details(caller)
  const email = details?.email ?? ''
  const kept = await prepareQuestions(deps, caller, questions, [email, ...contextOf(email, deps.productName)])
  if (isRefused(kept)) return kept
  return deps.atomically(async (stores) => {
    await stores.securityQuestions.replace(caller, kept, deps.clock.now())
    await stores.throttle.dropHits(answersKey(caller))
    await tell(deps, stores, caller, 'security_questions.set', context)
    return undefined
  })
}

/** Refuses: step_up_needed. */
export async function removeSecurityQuestions(
  deps: SecurityDeps,
  caller: Caller,
  context: RequestContext,
): Promise<undefined | Refused> {
  const needed = await requireProof(deps, caller, 'set_security_questions')
  if (needed) return needed
  return deps.atomically(async (stores) => {
    if (await stores.securityQuestions.remove(caller))
      await tell(deps, stores, caller, 'security_questions.removed', context)
    return undefined
  })
}

async function tell(
  deps: SecurityDeps,
  stores: SecurityStores,
  caller: Caller,
  action: AuditAction,
  context: RequestContext,
): Promise<void> {
  await recordEvent(stores, deps.clock, {
    accountId: caller.accountId,
    actor: caller.principalId,
    subject: caller.principalId,
    action,
    outcome: 'succeeded',
    context,
  })
  await tellOwner(stores, deps, caller, { template: 'security_questions_changed' })
}
