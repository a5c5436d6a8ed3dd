/** Begins to bind a virtual MFA device: the wizard's second step. */
import { recordEvent } from '../audit/record-event.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { beginBinding } from '../totp/begin-binding.ts'
import { suggestedName } from '../totp/device-name.ts'
import type { PendingDevice } from '../totp/pending-device.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { BindingDeps } from './deps.ts'

export type BegunDevice = {
  readonly pending: PendingDevice
  readonly key: Secret<Uint8Array>
  /** What the authenticator app calls the account: the product, and the sign-in name. */
  readonly issuer: string
  readonly account: string
  readonly suggestedName: string
}

/**
 * Nothing is active yet: the key waits 15 minutes for its two codes, in the place of the one that waited before.
 *
 * Refuses: verification_needed, device_limit, sign_in_needed.
 */
export async function beginDevice(
  deps: BindingDeps,
  caller: Caller,
  context: RequestContext,
): Promise<BegunDevice | Refused> {
  const unproven = await requireProof(deps, caller, 'bind_mfa')
  if (unproven) return unproven
  return deps.atomically(async (stores) => {
    const details = await stores.accounts.details(caller)
    if (details === undefined || !(await isStillSignedIn(stores, deps, caller)))
      return refuse('sign_in_needed')
    const begun = await beginBinding(stores, deps, { principal: caller, sessionId: caller.sessionId })
    if (isRefused(begun)) return begun
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'mfa.binding_begun',
      outcome: 'succeeded',
      factors: caller.proofs.map((proof) => proof.factorClass),
      context,
    })
    return {
      pending: begun.pending,
      key: begun.key,
      issuer: deps.productName,
      account: caller.signInName,
      suggestedName: suggestedName(begun.namesTaken),
    }
  })
}
