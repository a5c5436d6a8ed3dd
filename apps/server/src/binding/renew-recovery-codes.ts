/** Makes ten new recovery codes in the place of all that there were. */
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { makeRecoveryCodes } from '../recovery-codes/make-recovery-codes.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { BindingDeps, BindingStores } from './deps.ts'

/**
 * All earlier codes stop working at once, and every address is told.
 *
 * Refuses: method_unavailable (the account lets its users have none, or no device is bound whose spare they would be),
 * step_up_needed, sign_in_needed, server_busy.
 *
 * Security.md 5.4.
 */
export async function renewRecoveryCodes(
  deps: BindingDeps,
  caller: Caller,
  context: RequestContext,
): Promise<{ recoveryCodes: Secret<readonly string[]> } | Refused> {
  const useless = await refuseUseless(deps.read, caller)
  if (useless?.reason === 'recovery_codes_off') return useless
  const unproven = await requireProof(deps, caller, 'renew_recovery_codes')
  if (unproven) return unproven
  if (useless) return useless
  const made = await makeRecoveryCodes(deps, caller)
  if (isRefused(made)) return made
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    const uselessNow = await refuseUseless(stores, caller)
    if (uselessNow) return uselessNow
    await made.store(stores)
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'recovery_codes.made',
      outcome: 'succeeded',
      factors: caller.proofs.map((proof) => proof.factorClass),
      context,
    })
    await tellOwner(stores, deps, caller, { template: 'recovery_codes_made' })
    return { recoveryCodes: made.codes }
  })
}

async function refuseUseless(
  read: Pick<BindingStores, 'accounts' | 'settings' | 'totp'>,
  caller: Caller,
): Promise<Refused | undefined> {
  const { recoveryCodes } = await findAllowedKinds(read, caller)
  if (!recoveryCodes) return refuse('method_unavailable', {}, 'recovery_codes_off')
  return (await read.totp.count(caller)) > 0 ? undefined : refuse('method_unavailable', {}, 'no_device')
}
