/** A client address's tries: counted before the outcome is known, given back when it was a good one. */
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { addressKey, TRIES_PER_ADDRESS } from './address-limits.ts'
import type { ThrottleStore } from './store.ts'
import { takeOne } from './take-hit.ts'

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
 * @param scope which tries: those of passwords, those of codes wherever they are checked, or misses of links
 *
 * Refuses: too_many_requests.
 */
export async function holdAddressHit(
  deps: Deps,
  scope: keyof typeof TRIES_PER_ADDRESS,
  { address }: RequestContext,
): Promise<HeldHit | Refused> {
  if (!deps.addressLimits) return NOTHING_HELD
  const input = {
    accountId: '',
    scope,
    subject: addressKey(address),
    limits: TRIES_PER_ADDRESS[scope],
  } as const
  const taken = await deps.atomically((stores) => takeOne(stores, deps, input))
  return 'hit' in taken
    ? { giveBack: (stores) => stores.throttle.dropHit(taken.hit) }
    : refuse('too_many_requests', taken)
}
