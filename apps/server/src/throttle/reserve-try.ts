/** Reserves one try of a guessable code before anything is verified, and commits it by itself. */
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock, Instant } from '../kernel/clock.ts'
import type { ChallengeId, KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { deviceBucket, ruleOf, TOLD_LOSSES, TRIES_PER_CHALLENGE, UNKNOWN } from './bucket.ts'
import type { ThrottleStore } from './store.ts'

export type Reservation = {
  /** Tries of this challenge that remain after this one. */
  readonly triesLeft: number
  readonly budgetLeft: number | undefined
  /** The known device that it came from has no try of its own left. */
  readonly deviceSpent: boolean
  /** Set when this try is one of the losses that the owner is told of. */
  readonly lostNow: (typeof TOLD_LOSSES)[number] | undefined
}

/** For the trail, and for what a known device loses then. */
export const BUDGET_EMPTY = 'budget_empty'

type Deps = { atomically: Atomically<{ throttle: ThrottleStore }>; clock: Clock }

/**
 * Takes a try of the challenge and a token of the account's budget in one transaction that nothing else can roll back
 * (security.md 4.4; 1A: A1, A4, A5). A known device has a bucket of its own and falls into the common one when that is
 * empty. Where the budget is empty the challenge's try is given back and nothing may be verified.
 *
 * @param input.budgeted false for recovery codes, which cannot be guessed and must not be blocked by a password thief
 *
 * Refuses: attempt_dead (five tries of this challenge), too_many_tries (budget empty).
 */
export function reserveTry(
  deps: Deps,
  input: {
    principal: Principal
    challengeId: ChallengeId
    challengeEndsAt: Instant
    device: KnownDeviceId | undefined
    budgeted: boolean
  },
): Promise<Reservation | Refused> {
  const { principal, challengeId, device } = input
  return deps.atomically(async ({ throttle }) => {
    const taken = await throttle.takeTry(principal.accountId, challengeId, {
      limit: TRIES_PER_CHALLENGE,
      endsAt: input.challengeEndsAt,
    })
    if (taken === undefined) return refuse('attempt_dead', { triesLeft: 0 })
    const triesLeft = TRIES_PER_CHALLENGE - taken
    if (!input.budgeted) {
      await throttle.noteReserved(principal.accountId, challengeId, { bucket: undefined, device })
      return { triesLeft, budgetLeft: undefined, deviceSpent: false, lostNow: undefined }
    }
    for (const bucket of device === undefined ? [UNKNOWN] : [deviceBucket(device), UNKNOWN]) {
      const rule = ruleOf(bucket)
      const left = await throttle.takeToken(principal, bucket, rule, deps.clock.now())
      if (left === undefined) continue
      await throttle.noteReserved(principal.accountId, challengeId, { bucket, device })
      const lost = rule.capacity - left
      return {
        triesLeft,
        budgetLeft: left,
        deviceSpent: device !== undefined && (bucket === UNKNOWN || left === 0),
        lostNow: bucket === UNKNOWN ? TOLD_LOSSES.find((told) => told === lost) : undefined,
      }
    }
    await throttle.giveBackTry(principal.accountId, challengeId)
    return refuse('too_many_tries', {}, BUDGET_EMPTY)
  })
}
