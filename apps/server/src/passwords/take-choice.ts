/** Limits how often a new password is tried where no current one is typed beside it. */
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, HOUR } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { type HitKey, takeHit } from '../throttle/take-hit.ts'

const CHOICES = [{ max: 10, withinMs: HOUR }]

/**
 * Taken before the first hash: each choice is compared with every earlier password that may not come back, and that may be
 * two dozen. Where a current password is typed its own tries limit this too.
 *
 * Refuses: too_often.
 */
export async function takeChoice(
  deps: { atomically: Atomically<{ throttle: ThrottleStore }>; clock: Clock; random: Random },
  principal: Principal,
): Promise<Refused | undefined> {
  const wait = await takeHit(deps, { ...keyOf(principal), limits: CHOICES })
  return wait && refuse('too_often', wait)
}

/** In the transaction that sets the password. */
export function forgetChoices(stores: { throttle: ThrottleStore }, principal: Principal): Promise<void> {
  return stores.throttle.dropHits(keyOf(principal))
}

function keyOf({ accountId, principalId }: Principal): HitKey {
  return { accountId, scope: 'new_password', subject: principalId }
}
