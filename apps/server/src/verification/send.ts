/** Sends a code by which identity is verified, to an address on file and no other. */
import type { Reply } from '@sallyport/contract'
import { maskEmail, maskPhone } from '../accounts/mask.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import { type SendDeps, sendCode } from '../codes/send-code.ts'
import type { CodeStore } from '../codes/store.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { OutboxStore } from '../notify/store.ts'
import { TRIES_PER_CHALLENGE } from '../throttle/bucket.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { readMeans } from './means.ts'
import { openVerification } from './open-verification.ts'
import type { RequireDeps } from './require-proof.ts'
import type { VerificationStore } from './store.ts'
import { methodsFor, type Purpose } from './verification.ts'

type Stores = {
  audit: AuditStore
  codes: CodeStore
  outbox: OutboxStore
  throttle: ThrottleStore
  verifications: VerificationStore
}

export type SendVerificationDeps = Omit<SendDeps, 'atomically'> &
  RequireDeps & {
    read: RequireDeps['read'] & { devices: DeviceStore; throttle: ThrottleStore }
    atomically: Atomically<Stores>
  }

/**
 * The request names a method, never an address (security.md 1E, E1). A verification whose tries are used up begins anew
 * with the new code; the account's budget goes on counting.
 *
 * Refuses: method_unavailable, send_wait, send_limit, too_many_requests.
 */
export async function sendVerification(
  deps: SendVerificationDeps,
  caller: Caller,
  input: { purpose: Purpose; method: 'email' | 'phone'; deviceTokens: DeviceTokens },
  context: RequestContext,
): Promise<Reply<'POST /api/verification/:purpose/send'> | Refused> {
  const { purpose, method } = input
  const means = await readMeans(deps.read, deps.allowedMeans, caller)
  const destination = method === 'email' ? means.email : means.phone
  if (destination === undefined || !methodsFor(purpose, means).includes(method))
    return refuse('method_unavailable')

  let verification = await openVerification(deps, caller, purpose)
  const tries = await deps.read.throttle.triesOf(caller.accountId, verification.verificationId)
  if (tries >= TRIES_PER_CHALLENGE) verification = await openVerification(deps, caller, purpose, true)
  const sent = await sendCode(deps, {
    accountId: caller.accountId,
    challengeId: verification.verificationId,
    purpose,
    channel: method === 'email' ? 'mail' : 'sms',
    destination,
    deviceKnown: (await findKnownDevice(deps.read, caller, input.deviceTokens)) !== undefined,
    clientAddress: context.address,
    content: (code, minutes) => ({ template: 'verification_code', code, minutes, purpose }),
  })
  if (isRefused(sent)) return sent
  await deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'verification.code_sent',
      outcome: 'succeeded',
      context,
      details: { purpose, method },
    }),
  )
  return {
    hint: method === 'email' ? maskEmail(destination) : maskPhone(destination),
    resendInSeconds: sent.resendInSeconds,
    expiresAt: toRfc3339(sent.expiresAt),
  }
}
