/** The one door through which every guessable proof is checked: reserved first, verified after, spent by whoever grants. */

import { distrust } from '../access/distrust.ts'
import type { AccountStore } from '../accounts/store.ts'
import { type TellDeps, tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import { readBypassCode } from '../bypass-codes/bypass-code.ts'
import { checkBypassCode } from '../bypass-codes/check-bypass-code.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import { checkSentCode, isCodeForm } from '../codes/check-sent-code.ts'
import type { CodeStore } from '../codes/store.ts'
import type { Mac } from '../crypto/mac.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { DeviceStore } from '../devices/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { DAY, HOUR, type Instant } from '../kernel/clock.ts'
import type { ChallengeId, KnownDeviceId, SessionId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { OutboxStore } from '../notify/store.ts'
import { checkRecoveryCode } from '../recovery-codes/check-recovery-code.ts'
import { readCode } from '../recovery-codes/recovery-code.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import { holdAddressHit, NOTHING_HELD } from '../throttle/hold-address-hit.ts'
import { refundTries } from '../throttle/refund-tries.ts'
import { BUDGET_EMPTY, type Reservation, reserveTry } from '../throttle/reserve-try.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { takeHit } from '../throttle/take-hit.ts'
import { checkDeviceCode } from '../totp/check-code.ts'
import type { TotpStore } from '../totp/store.ts'

export type GuessableMethod = 'virtual_mfa' | 'recovery_code' | 'bypass_code' | 'email' | 'phone'

/** Everything that a proof may be spent in. */
export type ProofStores = {
  accounts: AccountStore
  audit: AuditStore
  bypassCodes: BypassCodeStore
  codes: CodeStore
  devices: DeviceStore
  outbox: OutboxStore
  recoveryCodes: RecoveryCodeStore
  sessions: SessionStore
  settings: SettingsStore
  throttle: ThrottleStore
  totp: TotpStore
}

export type ProofDeps = TellDeps & {
  read: ProofStores
  atomically: Atomically<ProofStores>
  hasher: SlowHash
  mac: Mac
  addressLimits: boolean
}

/** A proof for one challenge of one principal. */
export type ProofRequest = {
  readonly principal: Principal
  readonly challengeId: ChallengeId
  readonly challengeEndsAt: Instant
  /** What a sent code was sent for. */
  readonly purpose: string
  readonly method: GuessableMethod
  readonly code: string
  /** For a sent code: the address that counts at this moment. */
  readonly destination?: string
  readonly device: KnownDeviceId | undefined
  /** Where it is asked inside one. */
  readonly sessionId: SessionId | undefined
  readonly context: RequestContext
}

/** Found right; `spend` uses the proof up and gives the challenge's tries back, in the granting transaction. */
export type CheckedProof = {
  readonly proof: Proof
  readonly spend: (stores: ProofStores) => Promise<boolean>
}

/** Recovery codes cannot be guessed; their own cap keeps the work bounded (security.md 4.4). */
const RECOVERY_TRIES = [
  { max: 10, withinMs: HOUR },
  { max: 20, withinMs: DAY },
]

/**
 * Checks a proof. What has not the form of a code costs no try. A try of the challenge and of the account's budget is
 * committed before anything is compared, so no race and no crash gives one back (security.md 1A: A4, A5). Five wrong ones in a
 * row from a known browser end its trust (4.4; of passwords it takes ten, 4.5). So do five of one challenge inside a session that
 * a trusted browser opened: whoever took the session alone brings no token of the browser. A recovery code of a user whose
 * account has them switched off costs its try and is not compared.
 *
 * Refuses: code_malformed, recovery_code_malformed, method_unavailable, attempt_dead, too_many_tries, too_many_requests, code_wrong,
 * code_spent, code_expired, code_not_sent, recovery_code_wrong, server_busy; the wrong ones with the tries left.
 */
export async function checkProof(deps: ProofDeps, request: ProofRequest): Promise<CheckedProof | Refused> {
  const malformed = refuseMalformed(request)
  if (malformed) return malformed
  // A known browser has a budget of its own, which strangers behind the same address cannot use up (security.md 1A: A20).
  const held =
    request.device === undefined ? await holdAddressHit(deps, 'wrong_code', request.context) : NOTHING_HELD
  if (isRefused(held)) return held
  const reserved = await reserve(deps, request)
  if (isRefused(reserved)) {
    // Nothing was compared.
    await deps.atomically((stores) => held.giveBack(stores))
    if (reserved.reason === BUDGET_EMPTY) await distrustDevice(deps, request, request.device)
    if (reserved.reason === BUDGET_EMPTY || reserved.refused === 'attempt_dead')
      await distrustOpener(deps, request)
    return reserved
  }
  const found = await find(deps, request)
  if (!isRefused(found)) {
    return {
      proof: found.proof,
      async spend(stores) {
        if (!(await found.spend(stores))) return false
        await refundTries(stores, request.principal, request.challengeId)
        await held.giveBack(stores)
        return true
      },
    }
  }
  if (found.refused === 'server_busy') await deps.atomically((stores) => held.giveBack(stores))
  else {
    if (reserved.deviceSpent) await distrustDevice(deps, request, request.device)
    if (reserved.triesLeft === 0) await distrustOpener(deps, request)
    await tellOfGuesses(deps, request, reserved)
  }
  return refuse(found.refused, { ...found.told, field: 'code', triesLeft: reserved.triesLeft }, found.reason)
}

/** Asked before a code is compared, and in the transaction that grants. Refuses: method_unavailable. */
export async function refuseRecoveryCodes(
  read: Pick<ProofStores, 'accounts' | 'settings'>,
  principal: Principal,
): Promise<Refused | undefined> {
  const { recoveryCodes } = await findAllowedKinds(read, principal)
  return recoveryCodes ? undefined : refuse('method_unavailable', { field: 'code' }, 'recovery_codes_off')
}

/** Devices show six digits or eight; sent codes six. */
function refuseMalformed({ method, code }: ProofRequest): Refused | undefined {
  if (method === 'recovery_code') {
    return readCode(code) === undefined ? refuse('recovery_code_malformed', { field: 'code' }) : undefined
  }
  if (method === 'bypass_code')
    return readBypassCode(code) === undefined ? refuse('code_malformed', { field: 'code' }) : undefined
  const formed = isCodeForm(code, method === 'virtual_mfa' ? [6, 8] : [6])
  return formed ? undefined : refuse('code_malformed', { field: 'code' })
}

async function reserve(deps: ProofDeps, request: ProofRequest): Promise<Reservation | Refused> {
  const { principal, challengeId, challengeEndsAt, device } = request
  const budgeted = request.method !== 'recovery_code' && request.method !== 'bypass_code'
  if (request.method === 'recovery_code') {
    const full = await takeHit(deps, {
      accountId: principal.accountId,
      scope: 'recovery_code',
      subject: principal.principalId,
      limits: RECOVERY_TRIES,
    })
    if (full)
      return refuse('too_many_tries', { ...full, otherMethods: ['virtual_mfa'] }, 'recovery_codes_capped')
  }
  const reserved = await reserveTry(deps, { principal, challengeId, challengeEndsAt, device, budgeted })
  if (!isRefused(reserved)) return reserved
  if (reserved.refused === 'too_many_tries')
    return refuse('too_many_tries', { otherMethods: await otherMethods(deps, principal) }, reserved.reason)
  return reserved
}

/** What an empty budget leaves: recovery codes have a cap of their own. */
async function otherMethods(deps: ProofDeps, principal: Principal): Promise<string[]> {
  return (await deps.read.recoveryCodes.count(principal)) > 0 ? ['recovery_code'] : []
}

async function find(deps: ProofDeps, request: ProofRequest) {
  const { principal, method, code } = request
  switch (method) {
    case 'virtual_mfa':
      return checkDeviceCode(deps, principal, code)
    case 'recovery_code':
      return (await refuseRecoveryCodes(deps.read, principal)) ?? checkRecoveryCode(deps, principal, code)
    case 'bypass_code':
      return checkBypassCode(deps, principal, code)
    case 'email':
    case 'phone':
      return checkSentCode(deps, {
        accountId: principal.accountId,
        challengeId: request.challengeId,
        purpose: request.purpose,
        channel: method === 'email' ? 'mail' : 'sms',
        destination: request.destination,
        code,
      })
  }
}

/** The fifth wrong code in a row, or whatever follows it: no crash between the two leaves the trust standing. */
async function distrustDevice(
  deps: ProofDeps,
  { principal, context }: ProofRequest,
  device: KnownDeviceId | undefined,
): Promise<void> {
  if (device !== undefined) await distrust(deps, principal, device, { actor: principal.principalId, context })
}

/** The trusted browser that opened the session, which the server knows without its token. */
async function distrustOpener(deps: ProofDeps, request: ProofRequest): Promise<void> {
  if (request.sessionId === undefined) return
  const session = await deps.read.sessions.find(request.principal, request.sessionId)
  await distrustDevice(deps, request, session?.trustedDevice)
}

/** The owner hears of the third wrong code, the eighth and the last; the trail keeps that the last was lost, once. */
async function tellOfGuesses(deps: ProofDeps, request: ProofRequest, reserved: Reservation): Promise<void> {
  const { principal, context } = request
  const lost = reserved.lostNow
  if (lost === undefined) return
  await deps.atomically(async (stores) => {
    await tellOwner(stores, deps, principal, { template: 'guesses', lost })
    if (reserved.budgetLeft !== 0) return
    await recordEvent(stores, deps.clock, {
      accountId: principal.accountId,
      actor: principal.principalId,
      subject: principal.principalId,
      action: 'budget.emptied',
      outcome: 'refused',
      context,
    })
  })
}
