/** Binds a pending virtual MFA device with two consecutive codes. */
import { checkPair, diagnosePair, normaliseCode } from '@sallyport/otp'
import type { Sealer } from '../crypto/seal.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, type Instant, SECOND } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Proof } from '../kernel/proof.ts'
import type { Random } from '../kernel/random.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { type DeviceName, deviceNameOf, freeSlug, slugOf } from './device-name.ts'
import { judgePair } from './judge-pair.ts'
import { devicePlace, pendingPlace } from './key-place.ts'
import { DEVICE_LIMIT, DRIFT_LIMIT, type MfaDevice } from './mfa-device.ts'
import { MISS_LIMIT, type PendingDevice, SEARCH_LIMIT } from './pending-device.ts'
import type { BindingOf, TotpStore } from './store.ts'

type Deps = {
  read: { totp: TotpStore }
  atomically: Atomically<{ totp: TotpStore }>
  clock: Clock
  random: Random
  sealer: Sealer
}

export type ConfirmedBinding = {
  readonly proof: Proof
  /**
   * Takes the pending device and keeps the bound one in the caller's transaction. Nothing is changed when it refuses.
   *
   * Refuses: binding_missing, binding_expired, device_limit, device_name_taken.
   */
  readonly bind: (stores: { totp: TotpStore }) => Promise<MfaDevice | Refused>
}

/** Codes of 8 digits are let through to be told that the app has another shape. */
const TYPED_CODE = /^(\d{6}|\d{8})$/

/**
 * Checks the pair in a window of 20 steps either way. The try is counted and committed before the key is opened; the
 * 20th that misses ends the pending device, and only after the first 5 the reason is searched for, up to a day away.
 *
 * @returns a proof and what binds the device: with the second code's step as its last one, so that both codes are spent,
 * and with the drift that was seen (security.md 4.6)
 *
 * Refuses: device_name_invalid, device_name_taken, device_limit, code_malformed, binding_missing, binding_expired,
 * attempt_dead, and whatever `judgePair` finds.
 * Throws: SealBroken when the key was altered or moved.
 */
export async function confirmBinding(
  deps: Deps,
  binding: BindingOf,
  typed: { deviceName: string; firstCode: string; secondCode: string },
): Promise<ConfirmedBinding | Refused> {
  const name = deviceNameOf(typed.deviceName)
  if (name === undefined) return refuse('device_name_invalid', { field: 'deviceName' })
  const first = normaliseCode(typed.firstCode)
  const second = normaliseCode(typed.secondCode)
  if (!TYPED_CODE.test(first)) return refuse('code_malformed', { field: 'firstCode' })
  if (!TYPED_CODE.test(second)) return refuse('code_malformed', { field: 'secondCode' })
  if (first === second) return refuse('binding_codes_same', { field: 'secondCode' })
  const noRoom = await roomFor(deps.read, binding, name)
  if (noRoom) return noRoom

  const now = deps.clock.now()
  const pending = await deps.atomically(
    async (stores) =>
      (await stores.totp.takeMiss(binding, { now, limit: MISS_LIMIT })) ?? whyGone(stores, binding, now),
  )
  if (isRefused(pending)) return pending

  const key = deps.sealer.open(pendingPlace(pending), pending.sealedKey)
  try {
    const unixSeconds = now / SECOND
    const pair = checkPair(key, first, second, { unixSeconds, windowSteps: DRIFT_LIMIT }, pending.shape)
    if (pair.matched) return confirmed(deps, binding, { pending, name, pair, key, now })
    const triesLeft = MISS_LIMIT - pending.misses
    if (triesLeft === 0) {
      await deps.atomically((stores) => stores.totp.takePending(binding, now))
      return refuse('attempt_dead', { triesLeft }, 'binding_misses_used')
    }
    if (pending.misses > SEARCH_LIMIT) return refuse('binding_codes_wrong', { triesLeft })
    return judgePair(diagnosePair(key, first, second, { unixSeconds }, pending.shape), pending.shape, {
      triesLeft,
    })
  } finally {
    key.fill(0)
  }
}

type Match = {
  pending: PendingDevice
  name: DeviceName
  pair: { step: number; driftSteps: number }
  key: Uint8Array
  now: Instant
}

function confirmed(
  deps: Deps,
  binding: BindingOf,
  { pending, name, pair, key, now }: Match,
): ConfirmedBinding {
  const { accountId, principalId, shape } = pending
  const unsealed = { accountId, principalId, deviceId: newId('mfa', deps.random), shape }
  const device: MfaDevice = {
    ...unsealed,
    name: name.name,
    slug: slugOf(name.name),
    lastStep: pair.step,
    driftSteps: pair.driftSteps,
    boundAt: now,
    lastUsedAt: undefined,
    sealedKey: deps.sealer.seal(devicePlace(unsealed), key),
  }
  return {
    proof: { kind: 'virtual_mfa', factorClass: 'possession', source: device.deviceId, at: now },
    async bind(stores) {
      const noRoom = await roomFor(stores, binding, name)
      if (noRoom) return noRoom
      const at = deps.clock.now()
      const slug = freeSlug(device.slug, await stores.totp.slugsLike(accountId, device.slug))
      if (!(await stores.totp.takePending(binding, at))) return whyGone(stores, binding, at)
      const bound = { ...device, slug }
      if (!(await stores.totp.insert(bound, name.key)))
        throw new Error('a device of this name or slug came in between')
      return bound
    },
  }
}

async function roomFor(
  stores: { totp: TotpStore },
  binding: BindingOf,
  name: DeviceName,
): Promise<Refused | undefined> {
  const devices = await stores.totp.list(binding)
  if (devices.length >= DEVICE_LIMIT) return refuse('device_limit')
  const taken = devices.some((device) => deviceNameOf(device.name)?.key === name.key)
  return taken ? refuse('device_name_taken', { field: 'deviceName' }) : undefined
}

/** Why there is no pending device to be taken: its end has come, or there is none of this id and session. */
async function whyGone(stores: { totp: TotpStore }, binding: BindingOf, now: Instant): Promise<Refused> {
  const pending = await stores.totp.findPending(binding)
  if (pending?.bindingId !== binding.bindingId || pending.sessionId !== binding.sessionId)
    return refuse('binding_missing')
  return now >= pending.expiresAt
    ? refuse('binding_expired')
    : refuse('attempt_dead', { triesLeft: 0 }, 'binding_misses_used')
}
