/** What every finished sign-in leaves: a session, its line in the trail, and when the user last came. */
import { recordEvent } from '../audit/record-event.ts'
import { isTokenOf } from '../crypto/device-token.ts'
import { type DeviceTokens, useDeviceToken } from '../kernel/device-tokens.ts'
import type { SessionId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { openSession } from '../sessions/open-session.ts'
import { mayEnterFrom } from '../settings/may-enter-from.ts'
import { findStanding } from '../standing/find-standing.ts'
import { judgeSignIn } from '../standing/judge-sign-in.ts'
import { isBypassed, type Standing } from '../standing/standing.ts'
import { markBrowserSeen, rememberUsual } from '../usual-sign-ins/remember-usual.ts'
import type { SignInDeps, SignInStores } from './deps.ts'
import type { Trust } from './find-trust.ts'
import { tellNewSignIn } from './tell-new-sign-in.ts'

export type OpenedSignIn = {
  readonly token: Secret<string>
  readonly sessionId: SessionId
  readonly standing: Standing
  /** For a browser that one step made seen, or that stood in for the second; two make it known, by whoever asked for the second. */
  readonly deviceTokens: DeviceTokens | undefined
}

/**
 * Runs in the transaction that spent the proofs. What was not as usual is told to the principal; what was, or leaves
 * nothing undone that it obliges to, is what later sign-ins are compared with.
 *
 * @param from.deviceTokens what the browser holds
 * @param from.trust of the browser that stood in for the second step
 *
 * Refuses: sign_in_refused where the principal is gone or suspended meanwhile, network_refused.
 */
export async function openSignedIn(
  stores: SignInStores,
  deps: SignInDeps,
  principal: Principal,
  proofs: readonly Proof[],
  from: {
    context: RequestContext
    deviceTokens: DeviceTokens
    trust?: Trust | undefined
  },
): Promise<OpenedSignIn | Refused> {
  const { context, deviceTokens, trust } = from
  const user = await stores.users.find(principal)
  const refused = await refuseNetwork(stores, user, context)
  if (refused) return refused
  const now = deps.clock.now()
  const judged = { address: context.address, deviceTokens }
  const reasons = trust?.reasons ?? (await judgeSignIn(stores, deps, principal, judged))
  const marks = { proofs, laterAt: undefined, unusual: reasons.length > 0 }
  const standing = await findStanding(stores, deps, principal, marks)
  if (standing === undefined) return refuse('sign_in_refused', {}, 'changed_meanwhile')
  const opened = { principal, context, fullAt: now, trustedDevice: trust?.device, ...marks }
  const { token, sessionId } = await openSession(stores, deps, opened)
  if (user !== undefined) await stores.users.noteSignIn(principal, now, context.address)
  // Of whoever has a second factor only the second factor makes a place usual.
  const proven = trust === undefined && !isBypassed(proofs) && (!standing.obliged || (user?.devices ?? 0) > 0)
  const usual = reasons.length === 0 || proven
  const seen = usual && proofs.length === 1 && trust === undefined
  if (usual) await rememberUsual(stores, deps, principal, context)
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
      ...(trust === undefined ? {} : { trustedBrowser: true }),
    },
  })
  if (reasons.length > 0 || isBypassed(proofs)) await tellNewSignIn(stores, deps, principal, reasons, context)
  const used = trust && useDeviceToken(deviceTokens, isTokenOf(principal))
  return {
    token,
    sessionId,
    standing,
    deviceTokens: seen ? await markBrowserSeen(stores, deps, principal, deviceTokens) : used,
  }
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
