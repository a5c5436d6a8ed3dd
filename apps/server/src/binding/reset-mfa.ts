/** Breaks the glass: the operator takes all second factors off a principal that has lost them. */
import { endAccess } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { BindingDeps } from './deps.ts'

export type MfaReset = {
  readonly devices: number
  readonly recoveryCodes: number
  readonly browsers: number
  readonly sessions: number
}

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
): Promise<MfaReset | Refused> {
  return deps.atomically(async (stores) => {
    if ((await stores.accounts.details(principal)) === undefined) return refuse('not_found')
    const devices = await stores.totp.removeAll(principal)
    const pending = await stores.totp.dropPending(principal)
    const recoveryCodes = await stores.recoveryCodes.removeAll(principal)
    const browsers = await stores.devices.forgetAll(principal)
    await stores.bypassCodes.remove(principal)
    const { sessions } = await endAccess(stores, principal)
    const reset = { devices, recoveryCodes, browsers, sessions }
    await recordEvent(stores, deps.clock, {
      accountId: principal.accountId,
      actor: 'operator',
      subject: principal.principalId,
      action: 'mfa.reset',
      outcome: 'succeeded',
      context,
      details: reset,
    })
    if (devices > 0 || recoveryCodes > 0 || pending)
      await tellOwner(stores, deps, principal, { template: 'mfa_reset' })
    return reset
  })
}
