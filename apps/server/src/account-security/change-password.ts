/** Changes the caller's password: the current one is needed, every other session ends. */
import { endNotMeLinks } from '../access/end-not-me-links.ts'
import { renewSession } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { DAY, HOUR } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { contextOf, judgePassword, normalPassword } from '../passwords/judge-password.ts'
import { keepPast, refuseReused } from '../passwords/past-passwords.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { takeHit } from '../throttle/take-hit.ts'
import { markBrowserSeen, rememberUsual } from '../usual-sign-ins/remember-usual.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SecurityDeps } from './deps.ts'

/** Tries of the current password from a live session; a change that succeeds forgets them. */
const TRIES = [
  { max: 10, withinMs: HOUR },
  { max: 30, withinMs: DAY },
]

type Input = {
  readonly currentPassword: Secret<string>
  readonly newPassword: Secret<string>
  readonly deviceTokens: DeviceTokens
}

/**
 * With a second factor bound a proof at the highest level comes first. Sessions, attempts and other browsers' trust of
 * the old password end in the transaction that sets the new one.
 *
 * @returns the token with which this session goes on, and what its browser holds from here on
 *
 * Refuses: sign_in_needed, step_up_needed, password_wait, password_wrong, password_unchanged,
 * password_reused, the rules of new passwords, server_busy.
 */
export async function changePassword(
  deps: SecurityDeps,
  caller: Caller,
  input: Input,
  context: RequestContext,
): Promise<{ token: Secret<string>; deviceTokens: DeviceTokens } | Refused> {
  const needed = await requireProof(deps, caller, 'change_password')
  if (needed) return needed
  const tries = { accountId: caller.accountId, scope: 'current_password', subject: caller.principalId }
  const full = await takeHit(deps, { ...tries, limits: TRIES })
  if (full) return refuse('password_wait', full)
  const current = await checkPassword(deps, caller, input.currentPassword)
  if (isRefused(current)) {
    await recordRefused(deps, caller, current, context)
    return refuse(current.refused, { ...current.told, field: 'currentPassword' }, current.reason)
  }
  const judged = await judgeNew(deps, caller, input)
  if (judged) return judged
  const reused = caller.kind === 'ram' ? await refuseReused(deps, caller, input.newPassword) : undefined
  if (reused) return reused
  const phc = await hashPassword(deps.hasher, input.newPassword)
  if (isRefused(phc)) return phc
  const device = await findKnownDevice(deps.read, caller, input.deviceTokens)

  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    if (caller.kind === 'ram') await keepPast(stores, deps, caller)
    await storePassword(stores, deps, caller, phc, deps.clock.now())
    await stores.throttle.dropHits(tries)
    await stores.devices.forgetAll(caller, device)
    // What was usual may have been a thief's as much as a browser's that was known.
    await stores.usualSignIns.forget(caller)
    await rememberUsual(stores, deps, caller, context)
    const deviceTokens = await markBrowserSeen(stores, deps, caller, input.deviceTokens)
    await endNotMeLinks(stores, caller)
    const { token } = await renewSession(stores, deps, caller, { context })
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'password.changed',
      outcome: 'succeeded',
      factors: ['knowledge'],
      context,
    })
    await tellOwner(stores, deps, caller, { template: 'password_changed' })
    return { token, deviceTokens }
  })
}

async function judgeNew(deps: SecurityDeps, caller: Caller, input: Input): Promise<Refused | undefined> {
  const field = 'newPassword'
  if (normalPassword(input.newPassword.open()) === normalPassword(input.currentPassword.open())) {
    return refuse('password_unchanged', { field })
  }
  const details = await deps.read.accounts.details(caller)
  return judgePassword(input.newPassword.open(), {
    minimum: caller.minimumPasswordLength,
    context: [
      ...contextOf(details?.email ?? '', deps.productName),
      ...contextOf(caller.signInName, deps.productName),
    ],
    field,
  })
}

function recordRefused(
  deps: SecurityDeps,
  caller: Caller,
  refused: Refused,
  context: RequestContext,
): Promise<void> {
  return deps.atomically((stores) =>
    recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: caller.principalId,
      action: 'password.change_refused',
      outcome: 'refused',
      reason: refused.reason,
      context,
    }),
  )
}
