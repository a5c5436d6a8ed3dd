/** Breaks the glass: the operator takes all second factors off a principal that has lost them. */
import { type TakenFactors, takeFactors } from '../access/take-factors.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { BindingDeps } from './deps.ts'

export type ResetDeps = Pick<
  BindingDeps,
  'atomically' | 'clock' | 'random' | 'sealer' | 'gateways' | 'smsAvailable'
>

/**
 * All or nothing: bound and pending devices, recovery codes, known browsers and a bypass code go, sessions and attempts end, the trail
 * says that the operator did it, and every address is told. Once more changes nothing more, and tells nobody again.
 *
 * Refuses: not_found where there is no such principal.
 *
 * Security.md 1D, D9.
 */
export function resetMfa(
  deps: ResetDeps,
  principal: Principal,
  context: RequestContext,
): Promise<TakenFactors | Refused> {
  return deps.atomically(async (stores) => {
    if ((await stores.accounts.details(principal)) === undefined) return refuse('not_found')
    const { taken, lost } = await takeFactors(stores, principal)
    await recordEvent(stores, deps.clock, {
      accountId: principal.accountId,
      actor: 'operator',
      subject: principal.principalId,
      action: 'mfa.reset',
      outcome: 'succeeded',
      context,
      details: taken,
    })
    if (lost) await tellOwner(stores, deps, principal, { template: 'mfa_reset' })
    return taken
  })
}
