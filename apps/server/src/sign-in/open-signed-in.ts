/** What every finished sign-in leaves: a session, its line in the trail, and when the user last came. */
import { recordEvent } from '../audit/record-event.ts'
import type { KnownDeviceId, SessionId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { openSession } from '../sessions/open-session.ts'
import { mayEnterFrom } from '../settings/may-enter-from.ts'
import { findStanding } from '../standing/find-standing.ts'
import { isBypassed, type Standing } from '../standing/standing.ts'
import { unusualReasons } from '../standing/unusual.ts'
import type { SignInDeps, SignInStores } from './deps.ts'

/**
 * Runs in the transaction that spent the proofs.
 *
 * @param trustedDevice the browser that stood in for the second step
 *
 * Refuses: sign_in_refused where the principal is gone or suspended meanwhile, network_refused.
 */
export async function openSignedIn(
  stores: SignInStores,
  deps: SignInDeps,
  principal: Principal,
  proofs: readonly Proof[],
  context: RequestContext,
  trustedDevice?: KnownDeviceId,
): Promise<{ token: Secret<string>; sessionId: SessionId; standing: Standing } | Refused> {
  const user = await stores.users.find(principal)
  const refused = await refuseNetwork(stores, user, context)
  if (refused) return refused
  const now = deps.clock.now()
  const reasons = user === undefined ? [] : unusualReasons(user, context.address, now)
  const marks = { proofs, laterAt: undefined, unusual: reasons.length > 0 }
  const standing = await findStanding(stores, deps, principal, marks)
  if (standing === undefined) return refuse('sign_in_refused', {}, 'changed_meanwhile')
  const opened = { principal, context, fullAt: now, trustedDevice, ...marks }
  const { token, sessionId } = await openSession(stores, deps, opened)
  if (user !== undefined) {
    // Of whoever has a second factor only the second factor makes a place usual.
    const proven = trustedDevice === undefined && (!standing.obliged || user.devices > 0)
    const usual = reasons.length === 0 || proven
    await stores.users.noteSignIn(principal, now, { address: context.address, usual })
  }
  await recordEvent(stores, deps.clock, {
    accountId: principal.accountId,
    actor: principal.principalId,
    subject: principal.principalId,
    action: isBypassed(proofs) ? 'sign_in.bypassed' : 'sign_in.succeeded',
    outcome: 'succeeded',
    factors: proofs.filter((proof) => proof.kind !== 'bypass_code').map((proof) => proof.factorClass),
    context,
    details: {
      method: proofs.map((proof) => proof.kind).join('+'),
      ...(reasons.length === 0 ? {} : { unusual: reasons.join(' ') }),
      ...(trustedDevice === undefined ? {} : { trustedBrowser: true }),
    },
  })
  return { token, sessionId, standing }
}

/**
 * Users sign in from their account's networks; its owner from everywhere.
 *
 * @param user undefined for an owner
 *
 * Refuses: network_refused.
 */
export async function refuseNetwork(
  stores: Pick<SignInStores, 'settings'>,
  user: Principal | undefined,
  context: RequestContext,
): Promise<Refused | undefined> {
  if (user === undefined) return undefined
  const settings = await stores.settings.find(user.accountId)
  return mayEnterFrom(settings, context.address) ? undefined : refuse('network_refused')
}
