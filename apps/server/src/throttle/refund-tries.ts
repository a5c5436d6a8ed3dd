/** Gives back what a challenge reserved, when it succeeds. */
import type { ChallengeId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { deviceBucket, ruleOf, UNKNOWN } from './bucket.ts'
import type { ThrottleStore } from './store.ts'

/**
 * Runs in the transaction that grants the result: the challenge's own try and its wrong ones go back to the bucket that
 * they came from, and its tries are forgotten. Nothing else ever gives tries back (security.md 4.4; 1A, A18). A known
 * device's bucket counts wrong codes in a row, so a success on the device fills it, by whatever proof.
 */
export async function refundTries(
  stores: { throttle: ThrottleStore },
  principal: Principal,
  challengeId: ChallengeId,
): Promise<void> {
  const forgotten = await stores.throttle.forgetChallenge(principal.accountId, challengeId)
  if (forgotten === undefined) return
  const { reserved, bucket, device } = forgotten
  if (bucket === UNKNOWN) await stores.throttle.giveBackTokens(principal, UNKNOWN, reserved, ruleOf(UNKNOWN))
  if (device === undefined) return
  const own = deviceBucket(device)
  await stores.throttle.giveBackTokens(principal, own, ruleOf(own).capacity, ruleOf(own))
}
