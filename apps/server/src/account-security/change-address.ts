/** Changes the caller's email address or phone number, once the new one has answered with its code. */

import type { Reply } from '@sallyport/contract'
import { renewSession } from '../access/renew-session.ts'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { canonicalPhone } from '../accounts/canonical-phone.ts'
import { maskEmail, maskPhone } from '../accounts/mask.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { sendCode } from '../codes/send-code.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import { newId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { queueMessage } from '../notify/queue-message.ts'
import { checkProof } from '../proofs/check-proof.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { requireProof } from '../verification/require-proof.ts'
import { type AddressChange, CHANGE_LIFE } from './address-change.ts'
import type { SecurityDeps, SecurityStores } from './deps.ts'

type Kind = AddressChange['kind']

const PURPOSE = { email: 'change_email', phone: 'set_phone' } as const

/**
 * Begins: the request's address gets a code and nothing changes yet. An address that belongs to another account is
 * answered alike; its mailbox is told.
 *
 * Refuses: step_up_needed, email_invalid, email_unchanged, phone_invalid, phone_unavailable, send_wait, send_limit,
 * too_many_requests.
 */
export async function beginAddressChange(
  deps: SecurityDeps,
  caller: Caller,
  input: { kind: Kind; typed: string; deviceTokens: DeviceTokens },
  context: RequestContext,
): Promise<Reply<'POST /api/email'> | Refused> {
  const { kind } = input
  if (kind === 'phone' && !deps.allowedMeans.phone) return refuse('phone_unavailable')
  const needed = await requireProof(deps, caller, PURPOSE[kind])
  if (needed) return needed
  const destination = kind === 'email' ? await readEmail(deps, caller, input.typed) : readPhone(input.typed)
  if (isRefused(destination)) return destination

  const { accountId, principalId, sessionId } = caller
  const change: AddressChange = {
    accountId,
    principalId,
    sessionId,
    kind,
    changeId: newId('chg', deps.random),
    ...destination,
    expiresAt: deps.clock.now() + CHANGE_LIFE,
  }
  const sent = await sendCode(deps, {
    accountId,
    challengeId: change.changeId,
    purpose: PURPOSE[kind],
    channel: kind === 'email' ? 'mail' : 'sms',
    destination: change.destination,
    deviceKnown: (await findKnownDevice(deps.read, caller, input.deviceTokens)) !== undefined,
    toNewAddress: true,
    clientAddress: context.address,
    content: (code, minutes) => ({
      template: kind === 'email' ? 'email_change_code' : 'phone_code',
      code,
      minutes,
    }),
    deliver: !change.taken,
  })
  if (isRefused(sent)) return sent
  await deps.atomically(async (stores) => {
    await stores.addressChanges.replace(change)
    if (!change.taken) return
    const to = { channel: 'mail', address: change.destination } as const
    await queueMessage(stores, deps, { accountId: '0', to, content: { template: 'registration_taken' } })
  })
  const hint = kind === 'email' ? maskEmail(change.destination) : maskPhone(change.destination)
  return { hint, resendInSeconds: sent.resendInSeconds, expiresAt: toRfc3339(sent.expiresAt) }
}

async function readEmail(
  deps: SecurityDeps,
  caller: Caller,
  typed: string,
): Promise<{ destination: string; taken: boolean } | Refused> {
  const email = canonicalEmail(typed)
  if (email === undefined) return refuse('email_invalid', { field: 'email' })
  const details = await deps.read.accounts.details(caller)
  if (details?.email === email.address && details.emailVerifiedAt !== undefined)
    return refuse('email_unchanged', { field: 'email' })
  // A user signs in by name: its address may be another's sign-in name as well.
  if (details?.kind === 'ram') return { destination: email.address, taken: false }
  const holder = await deps.read.accounts.findByName(email.key)
  return { destination: email.address, taken: holder !== undefined && holder.accountId !== caller.accountId }
}

function readPhone(typed: string): { destination: string; taken: boolean } | Refused {
  const number = canonicalPhone(typed)
  return number === undefined
    ? refuse('phone_invalid', { field: 'phoneNumber' })
    : { destination: number, taken: false }
}

/**
 * Finishes with the code. The old address hears of the change as well as the new one. A change of address ends every other
 * session and what the old address proved, as a change of password does.
 *
 * @returns the token with which this session goes on
 *
 * Refuses: sign_in_needed, step_up_needed, code_not_sent, code_expired, code_malformed, code_wrong, attempt_dead, too_many_tries,
 * email_taken.
 */
export async function finishAddressChange(
  deps: SecurityDeps,
  caller: Caller,
  input: { kind: Kind; code: string; deviceTokens: DeviceTokens },
  context: RequestContext,
): Promise<{ token: Secret<string> } | Refused> {
  const { kind } = input
  const needed = await requireProof(deps, caller, PURPOSE[kind])
  if (needed) return needed
  const change = await deps.read.addressChanges.find(caller, caller.sessionId, kind)
  if (change === undefined) return refuse('code_not_sent', { field: 'code' })
  const checked = await checkProof(deps, {
    principal: caller,
    challengeId: change.changeId,
    challengeEndsAt: change.expiresAt,
    purpose: PURPOSE[kind],
    method: kind,
    code: input.code,
    destination: change.destination,
    device: await findKnownDevice(deps.read, caller, input.deviceTokens),
    sessionId: caller.sessionId,
    context,
  })
  if (isRefused(checked)) return checked
  if (change.taken) return refuse('code_wrong', { field: 'code' }, 'email_taken')
  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await isStillSignedIn(stores, deps, caller))) throw new BreakOff(refuse('sign_in_needed'))
      if (!(await checked.spend(stores))) throw new BreakOff(refuse('code_expired', { field: 'code' }))
      if (!(await stores.addressChanges.take(change, deps.clock.now())))
        throw new BreakOff(refuse('code_not_sent'))
      if (kind === 'email') await setEmail(deps, stores, change)
      else await setPhone(deps, stores, change)
      await recordEvent(stores, deps.clock, {
        accountId: caller.accountId,
        actor: caller.principalId,
        subject: caller.principalId,
        action: kind === 'email' ? 'email.changed' : 'phone.set',
        outcome: 'succeeded',
        factors: ['possession'],
        context,
      })
      const { token } = await renewSession(stores, deps, caller, { context })
      return { token }
    }),
  )
}

async function setEmail(deps: SecurityDeps, stores: SecurityStores, change: AddressChange): Promise<void> {
  const email = canonicalEmail(change.destination)
  if (email === undefined) throw new Error('a change of address holds an address that is none')
  const newHint = maskEmail(email.address)
  const before = await stores.accounts.details(change)
  if (!(await stores.accounts.changeEmail(change, email, deps.clock.now())))
    throw new BreakOff(refuse('email_taken'))
  await tellOwner(stores, deps, change, { template: 'email_changed', newHint })
  // A RAM user may have had none.
  if (before?.email === undefined) return
  const { accountId } = change
  await queueMessage(stores, deps, {
    accountId,
    to: { channel: 'mail', address: before.email },
    content: { template: 'email_changed_away', newHint, accountId },
  })
}

async function setPhone(deps: SecurityDeps, stores: SecurityStores, change: AddressChange): Promise<void> {
  const before = await stores.accounts.details(change)
  const told = { template: 'phone_changed', hint: maskPhone(change.destination) } as const
  await stores.accounts.setPhone(change, change.destination, deps.clock.now())
  await tellOwner(stores, deps, change, told, { phone: before?.phone })
}

/**
 * Removes the phone number; both addresses hear of it, and what the number proved elsewhere ends.
 *
 * @returns the token with which this session goes on
 *
 * Refuses: sign_in_needed, step_up_needed, phone_missing.
 */
export async function removePhone(
  deps: SecurityDeps,
  caller: Caller,
  context: RequestContext,
): Promise<{ token: Secret<string> } | Refused> {
  const needed = await requireProof(deps, caller, 'set_phone')
  if (needed) return needed
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    if ((await stores.accounts.details(caller))?.phone === undefined) return refuse('phone_missing')
    await tellOwner(stores, deps, caller, { template: 'phone_removed' })
    await stores.accounts.removePhone(caller)
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'phone.removed',
      outcome: 'succeeded',
      context,
    })
    const { token } = await renewSession(stores, deps, caller, { context })
    return { token }
  })
}
