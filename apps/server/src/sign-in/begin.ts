/** The first step of a sign-in: a name and a password become a session or a pending attempt. */
import { distrust } from '../access/distrust.ts'
import type { FoundPrincipal } from '../accounts/account.ts'
import { NO_ACCOUNT } from '../audit/event.ts'
import { recordEvent } from '../audit/record-event.ts'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { DAY } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { type HeldHit, holdAddressHit } from '../throttle/hold-address-hit.ts'
import { forgetPasswordFailures, takePasswordTry } from '../throttle/password-wait.ts'
import { type HitKey, takeOne } from '../throttle/take-hit.ts'
import { admitByPassword, type Begun } from './admit.ts'
import type { SignInDeps } from './deps.ts'
import { resolveName } from './resolve-name.ts'

/** Wrong passwords in a row from a known device; then it counts as unknown for this (security.md 4.5). */
const KNOWN_DEVICE_LIMIT = [{ max: 10, withinMs: DAY }]

/** Given back where nothing was compared; a right password forgets the wrong ones before it. */
type HeldTry = HeldHit & { readonly forget?: HeldHit['giveBack'] }

/**
 * Known and unknown names take the same path: the same waits, one argon2id, the same refusal (security.md 1J, J5).
 * A second factor that is bound is always asked for, a trusted browser apart.
 *
 * Refuses: sign_in_refused, network_refused, password_wait, too_many_requests, server_busy.
 */
export async function beginSignIn(
  deps: SignInDeps,
  input: { accountName: string; password: Secret<string>; deviceTokens: DeviceTokens },
  context: RequestContext,
): Promise<Begun | Refused> {
  const { key, principal, barred } = await resolveName(deps.read, input.accountName, deps.clock.now())
  const subject = principal
    ? `${principal.accountId}/${principal.principalId}`
    : deps.mac.make('stranger', [key])
  const known = principal && (await findKnownDevice(deps.read, principal, input.deviceTokens))

  const held = await holdTry(deps, { principal, subject, known, password: input.password, context })
  if (isRefused(held)) return held
  const proof = await checkPassword(deps, principal, input.password)
  if (isRefused(proof)) {
    if (proof.refused !== 'password_wrong') {
      await deps.atomically((stores) => held.giveBack(stores))
      return proof
    }
    await deps.atomically((stores) => recordRefused(deps, stores, principal, barred ?? proof.reason, context))
    return refuse('sign_in_refused')
  }
  if (barred !== undefined) {
    // The right password of a user who may not come in is worth as much as a wrong one, and looks it.
    await deps.atomically((stores) => recordRefused(deps, stores, principal, barred, context))
    return refuse('sign_in_refused')
  }
  if (principal === undefined) throw new Error('a password was right for nobody')
  const { accountName, deviceTokens } = input
  return admit(deps, principal, { proof, subject, held, accountName, deviceTokens }, context)
}

/**
 * A known device has tries of its own, so that no stranger, not even one behind the same address, stands in its owner's
 * way (security.md 1A, A20). Without any left it counts as unknown, and is trusted no more (4.5).
 */
async function holdTry(
  deps: SignInDeps,
  tried: {
    principal: FoundPrincipal | undefined
    subject: string
    known: KnownDeviceId | undefined
    password: Secret<string>
    context: RequestContext
  },
): Promise<HeldTry | Refused> {
  const { principal, subject, known, password, context } = tried
  if (principal !== undefined && known !== undefined) {
    const key: HitKey = { accountId: '', scope: 'wrong_password_known', subject: known }
    const input = { ...key, limits: KNOWN_DEVICE_LIMIT }
    const taken = await deps.atomically((stores) => takeOne(stores, deps, input))
    if ('hit' in taken)
      return {
        giveBack: (stores) => stores.throttle.dropHit(taken.hit),
        forget: (stores) => stores.throttle.dropHits(key),
      }
    await distrust(deps, principal, known, { actor: 'stranger', context })
  }
  const held = await holdAddressHit(deps, 'wrong_password', context)
  if (isRefused(held)) return held
  const mac = deps.mac.make('wrong_password', [subject, password.open()])
  const wait = await takePasswordTry(deps, subject, mac)
  if (wait === 0) return held
  await deps.atomically((stores) => held.giveBack(stores))
  return refuse('password_wait', { retryAfterSeconds: wait })
}

/** The name itself is not kept: it may be a mistyped password (security.md 5.7). */
function recordRefused(
  deps: SignInDeps,
  stores: Parameters<typeof recordEvent>[0],
  principal: FoundPrincipal | undefined,
  reason: string,
  context: RequestContext,
): Promise<void> {
  return recordEvent(stores, deps.clock, {
    accountId: principal?.accountId ?? NO_ACCOUNT,
    actor: 'stranger',
    subject: principal?.principalId ?? '',
    action: 'sign_in.refused',
    outcome: 'refused',
    reason: principal ? reason : 'name_unknown',
    context,
  })
}

function admit(
  deps: SignInDeps,
  principal: FoundPrincipal,
  first: {
    proof: Proof
    subject: string
    held: HeldTry
    accountName: string
    deviceTokens: DeviceTokens
  },
  context: RequestContext,
): Promise<Begun | Refused> {
  return deps.atomically(async (stores) => {
    // What counts is what stands now: factors and password may have changed while the hash was computed.
    const details = await stores.accounts.details(principal)
    if (details?.securityVersion !== principal.securityVersion)
      return refuse('sign_in_refused', {}, 'changed_meanwhile')
    await forgetPasswordFailures(stores, first.subject)
    await (first.held.forget ?? first.held.giveBack)(stores)
    const begun = await admitByPassword(deps, stores, { principal, ...first }, context)
    if (isRefused(begun)) await recordRefused(deps, stores, principal, begun.reason, context)
    return begun
  })
}
