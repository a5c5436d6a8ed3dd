/** A client address's tries: counted before the outcome is known, given back when it was a good one. */
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { addressKey, TRIES_PER_ADDRESS } from './address-limits.ts'
import type { Hit, ThrottleStore } from './store.ts'
import { type HitKey, secondsUntilRoom } from './take-hit.ts'

/** What was counted; a wrong try leaves it standing. */
export type HeldHit = { readonly giveBack: (stores: { throttle: ThrottleStore }) => Promise<void> }

type Deps = {
  atomically: Atomically<{ throttle: ThrottleStore }>
  clock: Clock
  random: Random
  addressLimits: boolean
}

export const NOTHING_HELD: HeldHit = { giveBack: async () => undefined }

/**
 * Counts one try for the address, over all accounts, in a transaction of its own: requests side by side cannot pass the
 * limit before it has moved (security.md 1A: A5, A6). Where address limits are off nothing is counted.
 *
 * @param scope which tries: those of passwords, those of codes wherever they are checked, or those of links
 *
 * Refuses: too_many_requests.
 */
export async function holdAddressHit(
  deps: Deps,
  scope: keyof typeof TRIES_PER_ADDRESS,
  { address }: RequestContext,
): Promise<HeldHit | Refused> {
  if (!deps.addressLimits) return NOTHING_HELD
  const limits = TRIES_PER_ADDRESS[scope]
  return deps.atomically(async ({ throttle }) => {
    const hit: Hit & HitKey = {
      accountId: '',
      scope,
      subject: addressKey(address),
      at: deps.clock.now(),
      hitId: Buffer.from(deps.random.bytes(9)).toString('base64url'),
    }
    if (await throttle.takeHit(hit, limits)) return { giveBack: (stores) => stores.throttle.dropHit(hit) }
    const retryAfterSeconds = await secondsUntilRoom(throttle, hit, limits, hit.at)
    return refuse('too_many_requests', { retryAfterSeconds })
  })
}
