/** Exact sliding windows: at most so many within so long. */
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, SECOND } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Random } from '../kernel/random.ts'
import type { Hit, ThrottleStore, Window } from './store.ts'

type Stores = { throttle: ThrottleStore }
type Deps = { clock: Clock; random: Random }

export type HitKey = { readonly accountId: AccountId | ''; readonly scope: string; readonly subject: string }

/**
 * Counts one hit if every window has room, in one conditional statement.
 *
 * @returns undefined when it was counted; else how long until there is room, and nothing was counted
 */
export function takeHit(
  deps: Deps & { atomically: Atomically<Stores> },
  input: HitKey & { limits: readonly Window[] },
): Promise<{ retryAfterSeconds: number } | undefined> {
  return deps.atomically((stores) => takeHitIn(stores, deps, input))
}

/** The same in the transaction of what is counted: what is rolled back counts for nothing. */
export async function takeHitIn(
  { throttle }: Stores,
  deps: Deps,
  input: HitKey & { limits: readonly Window[] },
): Promise<{ retryAfterSeconds: number } | undefined> {
  const taken = await takeOne({ throttle }, deps, input)
  return 'hit' in taken ? undefined : taken
}

/** The hit, for whoever may give it back, or how long until there is room. */
export async function takeOne(
  { throttle }: Stores,
  deps: Deps,
  { limits, ...key }: HitKey & { limits: readonly Window[] },
): Promise<{ hit: HitKey & Hit } | { retryAfterSeconds: number }> {
  const at = deps.clock.now()
  const hit = { ...key, at, hitId: Buffer.from(deps.random.bytes(9)).toString('base64url') }
  if (await throttle.takeHit(hit, limits)) return { hit }
  return { retryAfterSeconds: await secondsUntilRoom(throttle, key, limits, at) }
}

/** How long until one more hit fits, in whole seconds; 0 when one fits now. Counts nothing. */
export async function secondsUntilRoom(
  throttle: ThrottleStore,
  key: HitKey,
  limits: readonly Window[],
  now: number,
): Promise<number> {
  let waitMs = 0
  for (const { max, withinMs } of limits) {
    const hits = await throttle.hitsSince(key, now - withinMs, max)
    const oldest = hits[max - 1]
    if (oldest !== undefined) waitMs = Math.max(waitMs, oldest + withinMs - now)
  }
  return Math.ceil(waitMs / SECOND)
}
