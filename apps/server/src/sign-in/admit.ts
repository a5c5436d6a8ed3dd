/** What a right password opens: a session, or a pending attempt where a second factor is bound. */
import type { Reply } from '@sallyport/contract'
import type { FoundPrincipal } from '../accounts/account.ts'
import { recordEvent } from '../audit/record-event.ts'
import { hashToken, newToken } from '../crypto/token.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import { newId, type SessionId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isRefused, type Refused } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { describeSignedIn } from '../standing/describe-signed-in.ts'
import { addressKey } from '../throttle/address-limits.ts'
import { beginAttempt, step } from './attempt.ts'
import type { SignInDeps, SignInStores } from './deps.ts'
import { describeAttempt } from './describe-attempt.ts'
import { findTrust } from './find-trust.ts'
import { openSignedIn, refuseNetwork } from './open-signed-in.ts'

/** Live attempts of one principal from one address, and in all (security.md 4.4). */
const PENDING_LIMITS = { perAddress: 5, perPrincipal: 200 }

export type Begun =
  | {
      readonly kind: 'session'
      readonly sessionId: SessionId
      readonly token: Secret<string>
      /** For the browser to be seen by the next time. */
      readonly deviceTokens: DeviceTokens | undefined
      readonly reply: Reply<'POST /api/sign-in'> & { state: 'signed_in' }
    }
  | {
      readonly kind: 'attempt'
      readonly token: Secret<string>
      readonly reply: Reply<'POST /api/sign-in'> & { state: 'second_step' }
    }

/**
 * Runs in the transaction that saw the password right. A second factor that is bound is always asked for, a trusted
 * browser apart.
 *
 * @param first.deviceTokens of the browser, which may stand in for the second step
 *
 * Refuses: network_refused, sign_in_refused where the principal is gone or suspended meanwhile.
 */
export async function admitByPassword(
  deps: SignInDeps,
  stores: SignInStores,
  first: {
    principal: FoundPrincipal
    proof: Proof
    accountName: string
    deviceTokens: DeviceTokens
  },
  context: RequestContext,
): Promise<Begun | Refused> {
  const { principal, proof, accountName, deviceTokens } = first
  const now = deps.clock.now()
  const bound = (await stores.totp.count(principal)) > 0
  const trust = bound ? await findTrust(stores, deps, principal, deviceTokens, context) : undefined
  const needs = bound && trust === undefined ? 'aal2' : 'aal1'
  const attempt = step(beginAttempt(needs, now), { kind: 'proved', proof }, now)
  if (attempt.state === 'done') {
    const opened = await openSignedIn(stores, deps, principal, attempt.proofs, {
      context,
      deviceTokens,
      trust,
    })
    if (isRefused(opened)) return opened
    if (trust !== undefined) await stores.devices.seen(principal, trust.device, now)
    const { standing, ...session } = opened
    return { kind: 'session', ...session, reply: describeSignedIn(principal, attempt.proofs, standing) }
  }
  if (attempt.state !== 'second_step')
    throw new Error(`an attempt cannot be ${attempt.state} after its password`)
  const elsewhere = await refuseNetwork(stores, await stores.users.find(principal), context)
  if (elsewhere) return elsewhere
  const token = newToken(deps.random)
  const pending = {
    accountId: principal.accountId,
    principalId: principal.principalId,
    attemptId: newId('att', deps.random),
    accountName,
    proofs: attempt.proofs,
    securityVersion: principal.securityVersion,
    address: addressKey(context.address),
    createdAt: now,
    expiresAt: attempt.expiresAt,
  }
  await stores.attempts.insert(pending, hashToken('attempt', token), PENDING_LIMITS)
  await recordEvent(stores, deps.clock, {
    accountId: principal.accountId,
    actor: principal.principalId,
    subject: principal.principalId,
    action: 'sign_in.second_step',
    outcome: 'succeeded',
    factors: ['knowledge'],
    context,
  })
  return { kind: 'attempt', token, reply: await describeAttempt(stores, pending, now) }
}
