/** Finishes a registration with the emailed code: the account is made and its creator signed in. */
import type { Reply } from '@sallyport/contract'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { recordEvent } from '../audit/record-event.ts'
import { checkSentCode, isCodeForm } from '../codes/check-sent-code.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import { newAccountId, newId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { storePassword } from '../passwords/store-password.ts'
import { openSession } from '../sessions/open-session.ts'
import { TRIES_PER_CHALLENGE } from '../throttle/bucket.ts'
import { type HeldHit, holdAddressHit } from '../throttle/hold-address-hit.ts'
import { markBrowserSeen, rememberUsual } from '../usual-sign-ins/remember-usual.ts'
import { registrationPlace } from './begin.ts'
import type { RegistrationDeps } from './deps.ts'
import { findRegistration } from './find-registration.ts'
import type { Registration } from './registration.ts'

export type FinishedRegistration = {
  readonly token: Secret<string>
  /** By which this browser is seen the next time. */
  readonly deviceTokens: DeviceTokens
  readonly reply: Reply<'POST /api/register/verify'>
}

/**
 * Account, password, verified address and session are made in one transaction that also spends the code, the
 * registration and the set-up token; what cannot finish leaves nothing.
 *
 * Refuses: registration_expired, code_malformed, too_many_requests, code_wrong, code_expired, attempt_dead,
 * set_up_token_wrong, registration_closed, email_taken.
 */
export async function finishRegistration(
  deps: RegistrationDeps,
  input: {
    registrationToken: Secret<string> | undefined
    deviceTokens: DeviceTokens
    code: string
  },
  context: RequestContext,
): Promise<FinishedRegistration | Refused> {
  const registration = await findRegistration(deps, input.registrationToken)
  if (isRefused(registration)) return registration
  if (!isCodeForm(input.code)) return refuse('code_malformed', { field: 'code' })
  const held = await holdAddressHit(deps, 'wrong_code', context)
  if (isRefused(held)) return held

  const taken = await deps.atomically(({ throttle }) =>
    throttle.takeTry('0', registration.registrationId, {
      limit: TRIES_PER_CHALLENGE,
      endsAt: registration.expiresAt,
    }),
  )
  if (taken === undefined) {
    // Nothing was compared.
    await deps.atomically((stores) => held.giveBack(stores))
    return refuse('attempt_dead', { triesLeft: 0 })
  }
  const triesLeft = TRIES_PER_CHALLENGE - taken
  const checked = await checkSentCode(deps, {
    accountId: '0',
    challengeId: registration.registrationId,
    purpose: 'register',
    code: input.code,
  })
  if (isRefused(checked)) {
    await recordWrong(deps, checked.reason, context)
    const code = checked.refused === 'code_not_sent' ? 'code_expired' : checked.refused
    return refuse(code, { ...checked.told, triesLeft }, checked.reason)
  }
  if (registration.taken) {
    // Nobody was sent the code of a taken address: one that fits was guessed.
    await recordWrong(deps, 'email_taken', context)
    return refuse('code_wrong', { field: 'code', triesLeft }, 'email_taken')
  }
  return orBrokenOff(make(deps, registration, { checked, held, deviceTokens: input.deviceTokens }, context))
}

function recordWrong(deps: RegistrationDeps, reason: string, context: RequestContext): Promise<void> {
  return deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      accountId: '0',
      actor: 'stranger',
      subject: '',
      action: 'registration.refused',
      outcome: 'refused',
      reason,
      context,
    }),
  )
}

function make(
  deps: RegistrationDeps,
  registration: Registration,
  right: {
    checked: Exclude<Awaited<ReturnType<typeof checkSentCode>>, Refused>
    held: HeldHit
    deviceTokens: DeviceTokens
  },
  context: RequestContext,
): Promise<FinishedRegistration> {
  const email = canonicalEmail(registration.address)
  if (email === undefined) throw new Error('a registration holds an address that is none')
  const phc = Buffer.from(
    deps.sealer.open(registrationPlace(registration.registrationId), registration.sealedPassword),
  ).toString()
  const principal = { accountId: newAccountId(deps.random), principalId: newId('prn', deps.random) }

  return deps.atomically(async (stores) => {
    const now = deps.clock.now()
    if (!(await right.checked.spend(stores))) throw new BreakOff(refuse('code_expired', { field: 'code' }))
    if (!(await stores.registrations.take(registration, now)))
      throw new BreakOff(refuse('registration_expired'))
    await spendSetUpToken(deps, stores, registration)
    if (!(await stores.accounts.createMain(principal, email, now))) throw new BreakOff(refuse('email_taken'))
    await storePassword(stores, deps, principal, phc, now)
    await right.held.giveBack(stores)
    await stores.throttle.forgetChallenge('0', registration.registrationId)
    const proofs: readonly Proof[] = [
      { kind: 'password', factorClass: 'knowledge', source: 'password', at: now },
    ]
    const opened = await openSession(stores, deps, { principal, proofs, fullAt: now, context })
    await rememberUsual(stores, deps, principal, context)
    const deviceTokens = await markBrowserSeen(stores, deps, principal, right.deviceTokens)
    await recordEvent(stores, deps.clock, {
      accountId: principal.accountId,
      actor: principal.principalId,
      subject: principal.principalId,
      action: 'account.created',
      outcome: 'succeeded',
      factors: ['knowledge'],
      context,
    })
    return {
      token: opened.token,
      deviceTokens,
      reply: {
        state: 'signed_in',
        accountId: principal.accountId,
        signInName: email.address,
        level: 'aal1',
        role: 'owner',
        owes: 'nothing',
        mfaGraceUntil: null,
      },
    }
  })
}

/** In `first` mode the account is the first and the link's token is still the newest. */
async function spendSetUpToken(
  deps: RegistrationDeps,
  stores: Parameters<Parameters<RegistrationDeps['atomically']>[0]>[0],
  registration: Registration,
): Promise<void> {
  if (deps.mode !== 'first') return
  if (!(await stores.accounts.isEmpty())) throw new BreakOff(refuse('registration_closed'))
  const hash = registration.setUpTokenHash
  if (hash === undefined || !(await stores.accounts.spendSetUpToken(hash)))
    throw new BreakOff(refuse('set_up_token_wrong'))
}
