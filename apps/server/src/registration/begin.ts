/** Begins a main account: judges address and password, and sends a code to the address. */
import type { Reply } from '@sallyport/contract'
import { type CanonicalEmail, canonicalEmail } from '../accounts/canonical-email.ts'
import { maskEmail } from '../accounts/mask.ts'
import { sendCode } from '../codes/send-code.ts'
import type { Place } from '../crypto/seal.ts'
import { hashToken, newToken } from '../crypto/token.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import { newId, type RegistrationId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { queueMessage } from '../notify/queue-message.ts'
import { contextOf, judgePassword } from '../passwords/judge-password.ts'
import { hashPassword } from '../passwords/store-password.ts'
import { addressKey, REGISTRATIONS_PER_ADDRESS } from '../throttle/address-limits.ts'
import { takeHit } from '../throttle/take-hit.ts'
import type { RegistrationDeps } from './deps.ts'
import { REGISTRATION_LIFE, type Registration } from './registration.ts'

export type BegunRegistration = {
  readonly token: Secret<string>
  readonly reply: Reply<'POST /api/register'>
}

type Input = {
  readonly email: string
  readonly password: Secret<string>
  readonly setUpToken: Secret<string> | undefined
}

/** Where the password's hash waits. */
export function registrationPlace(registrationId: RegistrationId): Place {
  return {
    purpose: 'password',
    table: 'registration',
    column: 'sealed_password',
    accountId: '',
    rowId: registrationId,
  }
}

/**
 * The answer is the same whether the address has an account or not: then its mailbox is told so and no code is sent
 * (security.md 1J, J5). The set-up token is looked at here and spent by the finished act.
 *
 * Refuses: registration_closed, set_up_token_wrong, email_invalid, the password's rules, send_wait, send_limit,
 * too_many_requests, server_busy.
 */
export async function beginRegistration(
  deps: RegistrationDeps,
  input: Input,
  context: RequestContext,
): Promise<BegunRegistration | Refused> {
  const admitted = await admit(deps, input.setUpToken)
  if (isRefused(admitted)) return admitted
  const email = canonicalEmail(input.email)
  if (email === undefined) return refuse('email_invalid', { field: 'email' })
  const judged = await judgePassword(input.password.open(), {
    minimum: deps.minimumPasswordLength,
    context: contextOf(email.address, deps.productName),
    field: 'password',
  })
  if (judged) return judged
  if (deps.addressLimits) {
    const subject = addressKey(context.address)
    const full = await takeHit(deps, {
      accountId: '',
      scope: 'registration',
      subject,
      limits: REGISTRATIONS_PER_ADDRESS,
    })
    if (full) return refuse('too_many_requests', full)
  }
  const phc = await hashPassword(deps.hasher, input.password)
  if (isRefused(phc)) return phc
  return keep(deps, email, phc, admitted.setUpTokenHash, context)
}

/** Whether anybody, or the holder of the set-up link, may create an account now. */
async function admit(
  deps: RegistrationDeps,
  setUpToken: Secret<string> | undefined,
): Promise<{ setUpTokenHash: string | undefined } | Refused> {
  if (deps.mode === 'closed') return refuse('registration_closed')
  if (deps.mode === 'open') return { setUpTokenHash: undefined }
  if (!(await deps.read.accounts.isEmpty())) return refuse('registration_closed')
  const setUpTokenHash = setUpToken && hashToken('set_up', setUpToken)
  if (setUpTokenHash === undefined || !(await deps.read.accounts.hasSetUpToken(setUpTokenHash)))
    return refuse('set_up_token_wrong')
  return { setUpTokenHash }
}

async function keep(
  deps: RegistrationDeps,
  email: CanonicalEmail,
  phc: string,
  setUpTokenHash: string | undefined,
  context: RequestContext,
): Promise<BegunRegistration | Refused> {
  const now = deps.clock.now()
  const registrationId = newId('reg', deps.random)
  const taken = (await deps.read.accounts.findByName(email.key)) !== undefined
  const registration: Registration = {
    registrationId,
    address: email.address,
    sealedPassword: deps.sealer.seal(registrationPlace(registrationId), Buffer.from(phc)),
    setUpTokenHash,
    taken,
    expiresAt: now + REGISTRATION_LIFE,
  }
  const sent = await sendRegistrationCode(deps, registration, context)
  if (isRefused(sent)) return sent
  const token = newToken(deps.random)
  await deps.atomically(async (stores) => {
    await stores.registrations.insert(registration, hashToken('registration', token), now)
    if (!taken) return
    const to = { channel: 'mail', address: email.address } as const
    await queueMessage(stores, deps, { accountId: '0', to, content: { template: 'registration_taken' } })
  })
  return { token, reply: sent }
}

/** Sends the code, or does everything but that where the address is taken. */
export async function sendRegistrationCode(
  deps: RegistrationDeps,
  registration: Registration,
  context: RequestContext,
): Promise<Reply<'POST /api/register'> | Refused> {
  const sent = await sendCode(deps, {
    accountId: '0',
    challengeId: registration.registrationId,
    purpose: 'register',
    channel: 'mail',
    destination: registration.address,
    deviceKnown: false,
    toNewAddress: true,
    clientAddress: context.address,
    content: (code, minutes) => ({ template: 'registration_code', code, minutes }),
    deliver: !registration.taken,
  })
  if (isRefused(sent)) return sent
  return {
    hint: maskEmail(registration.address),
    resendInSeconds: sent.resendInSeconds,
    expiresAt: toRfc3339(sent.expiresAt),
  }
}
