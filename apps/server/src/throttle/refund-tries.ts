/** Gives back what a challenge reserved, when it succeeds. */
import type { ChallengeId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { ruleOf } from './bucket.ts'
import type { ThrottleStore } from './store.ts'

/**
 * Runs in the transaction that grants the result: the challenge's own try and its wrong ones go back to the bucket that
 * they came from, and its tries are forgotten. Nothing else ever gives tries back (security.md 4.4; 1A, A18). A known
 * device's bucket counts consecutive failures, so a success fills it.
 */
export async function refundTries(
  stores: { throttle: ThrottleStore },
  principal: Principal,
  challengeId: ChallengeId,
): Promise<void> {
  const forgotten = await stores.throttle.forgetChallenge(principal.accountId, challengeId)
  if (forgotten === undefined || forgotten.reserved === 0) return
  const rule = ruleOf(forgotten.bucket)
  const count = rule.refillMs === undefined ? rule.capacity : forgotten.reserved
  await stores.throttle.giveBackTokens(principal, forgotten.bucket, count, rule)
}
