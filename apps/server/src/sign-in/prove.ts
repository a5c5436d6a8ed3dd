/** The second step of a sign-in: a proof of the second factor turns the pending attempt into a session. */
import type { Reply } from '@sallyport/contract'
import { recordEvent } from '../audit/record-event.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { type RememberedDevice, rememberDevice } from '../devices/remember-device.ts'
import { trustDevice } from '../devices/trust-device.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { type CheckedProof, checkProof, refuseRecoveryCodes } from '../proofs/check-proof.ts'
import { tellRecoveryCodeUsed } from '../proofs/tell-recovery-code-used.ts'
import { describeSignedIn } from '../standing/describe-signed-in.ts'
import { isBypassed } from '../standing/standing.ts'
import { step } from './attempt.ts'
import type { SignInDeps, SignInStores } from './deps.ts'
import { findAttempt } from './find-attempt.ts'
import { openSignedIn } from './open-signed-in.ts'
import type { PendingAttempt } from './pending.ts'

export type Admitted = {
  readonly sessionToken: Secret<string>
  /** Of a browser that is known from here on: a bypass code makes none known. */
  readonly deviceTokens: DeviceTokens | undefined
  readonly reply: Reply<'POST /api/sign-in/prove'>
}

type Input = {
  readonly attemptToken: Secret<string> | undefined
  readonly deviceTokens: DeviceTokens
  readonly method: 'virtual_mfa' | 'recovery_code' | 'bypass_code'
  readonly code: string
  readonly trustBrowser?: boolean
}

/**
 * Everything is granted in one transaction: the attempt is taken, the proof spent, the session opened, the browser
 * remembered, the trail written. Whoever comes second, with the same attempt or the same code, gets nothing.
 *
 * Refuses: second_step_needed, attempt_expired, attempt_dead, code_spent, network_refused, sign_in_refused where the days of
 * a user ran out between the steps, and what `checkProof` refuses.
 */
export async function proveSecondStep(
  deps: SignInDeps,
  input: Input,
  context: RequestContext,
): Promise<Admitted | Refused> {
  const found = await findAttempt(deps, input.attemptToken)
  if (found.state === 'expired') return refuse('attempt_expired')
  if (found.state === 'dead') return refuse('attempt_dead', { triesLeft: 0 })
  if (found.state !== 'live') return refuse('second_step_needed')
  const { pending } = found

  const checked = await checkProof(deps, {
    principal: pending,
    challengeId: pending.attemptId,
    challengeEndsAt: pending.expiresAt,
    purpose: 'sign_in',
    method: input.method,
    code: input.code,
    device: await findKnownDevice(deps.read, pending, input.deviceTokens),
    sessionId: undefined,
    context,
  })
  if (isRefused(checked)) {
    // A slip of the keyboard costs no try and fills no trail.
    if (checked.refused.endsWith('_malformed')) return checked
    await recordRefused(deps, pending, input.method, checked.reason, context)
    return checked
  }
  const admitted = await grant(deps, pending, checked, input, context)
  if (isRefused(admitted)) await recordRefused(deps, pending, input.method, admitted.reason, context)
  return admitted
}

/** A transaction that cannot finish leaves nothing: neither the attempt taken nor the code spent. */
function grant(
  deps: SignInDeps,
  pending: PendingAttempt,
  checked: CheckedProof,
  input: Input,
  context: RequestContext,
): Promise<Admitted | Refused> {
  return orBrokenOff(
    deps.atomically(async (stores) => {
      const now = deps.clock.now()
      // Switched off while the code was compared.
      const off = checked.proof.kind === 'recovery_code' && (await refuseRecoveryCodes(stores, pending))
      if (off) throw new BreakOff(off)
      if (!(await checked.spend(stores))) throw new BreakOff(refuse('code_spent', { field: 'code' }))
      if (!(await stores.attempts.take(pending, pending.attemptId, now)))
        throw new BreakOff(refuse('attempt_expired'))
      const before = {
        state: 'second_step',
        proofs: pending.proofs,
        wrong: 0,
        expiresAt: pending.expiresAt,
      } as const
      const attempt = step(before, { kind: 'proved', proof: checked.proof }, now)
      if (attempt.state !== 'done')
        throw new BreakOff(refuse('method_unavailable', {}, 'proof_adds_no_class'))

      const opened = await openSignedIn(stores, deps, pending, attempt.proofs, {
        context,
        deviceTokens: input.deviceTokens,
      })
      if (isRefused(opened)) throw new BreakOff(opened)
      if (checked.proof.kind === 'recovery_code') await tellRecoveryCodeUsed(stores, deps, pending, context)
      const known = { principal: pending, tokens: input.deviceTokens, context }
      const device = isBypassed(attempt.proofs) ? undefined : await rememberDevice(stores, deps, known)
      const trusted =
        device && input.trustBrowser && checked.proof.kind === 'virtual_mfa'
          ? await trustWhereAllowed(deps, stores, pending, device, context)
          : undefined
      return {
        sessionToken: opened.token,
        deviceTokens: trusted ?? device?.tokens,
        reply: describeSignedIn(pending, attempt.proofs, opened.standing),
      } as const
    }),
  )
}

/**
 * A code of the device that is bound is what a browser is trusted by: recovery codes are for the day it is lost, and
 * bypass codes are no factor.
 *
 * @returns what the browser holds from here on, or undefined where the account lets no browser be trusted
 */
async function trustWhereAllowed(
  deps: SignInDeps,
  stores: SignInStores,
  { accountId, principalId }: PendingAttempt,
  device: RememberedDevice,
  context: RequestContext,
): Promise<DeviceTokens | undefined> {
  const { trustBrowserDays: days } = await stores.settings.find(accountId)
  if (days === 0) return undefined
  const tokens = await trustDevice(stores, deps, { accountId, principalId }, device, context)
  await recordEvent(stores, deps.clock, {
    accountId,
    actor: principalId,
    subject: principalId,
    action: 'trusted_browser.added',
    outcome: 'succeeded',
    context,
    details: { days },
  })
  return tokens
}

function recordRefused(
  deps: SignInDeps,
  pending: PendingAttempt,
  method: string,
  reason: string,
  context: RequestContext,
): Promise<void> {
  return deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      accountId: pending.accountId,
      actor: pending.principalId,
      subject: pending.principalId,
      action: 'sign_in.refused',
      outcome: 'refused',
      reason,
      factors: ['knowledge'],
      context,
      details: { method },
    }),
  )
}
