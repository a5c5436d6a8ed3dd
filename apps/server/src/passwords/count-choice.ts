/** Limits how often a new password is tried where no current one is typed beside it. */
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, HOUR } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { type HitKey, takeOne } from '../throttle/take-hit.ts'

const CHOICES = [{ max: 10, withinMs: HOUR }]

/**
 * Counted before the first hash: each choice is compared with every earlier password that may not come back, and that may
 * be two dozen. Where a current password is typed its own tries limit this too. What a busy server did not do is not
 * counted.
 *
 * @param hash the comparisons, then the hash of the new password
 *
 * Refuses: too_often, and what `hash` refuses.
 */
export async function countChoice(
  deps: { atomically: Atomically<{ throttle: ThrottleStore }>; clock: Clock; random: Random },
  principal: Principal,
  hash: () => Promise<string | Refused>,
): Promise<string | Refused> {
  const choice = { ...keyOf(principal), limits: CHOICES }
  const taken = await deps.atomically((stores) => takeOne(stores, deps, choice))
  if (!('hit' in taken)) return refuse('too_often', taken)
  const hashed = await hash()
  if (isRefused(hashed) && hashed.refused === 'server_busy')
    await deps.atomically(({ throttle }) => throttle.dropHit(taken.hit))
  return hashed
}

/** In the transaction that sets the password. */
export function forgetChoices(stores: { throttle: ThrottleStore }, principal: Principal): Promise<void> {
  return stores.throttle.dropHits(keyOf(principal))
}

function keyOf({ accountId, principalId }: Principal): HitKey {
  return { accountId, scope: 'new_password', subject: principalId }
}
