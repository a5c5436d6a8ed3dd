/** The numbers of the budget for guessable codes (security.md 4.4). */
import { DAY } from '../kernel/clock.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { Bucket, BucketRule } from './store.ts'

/** Wrong codes in one challenge; then it is dead and the factor before it is asked for again. */
export const TRIES_PER_CHALLENGE = 5

export const UNKNOWN: Bucket = 'unknown'

/** In any 365 days at most 12 + 13 = 25 guesses from browsers that are not known: P <= 7.5e-5 a year at w = 3. */
const unknownRule: BucketRule = { capacity: 12, refillMs: 28 * DAY }

/** Five wrong codes in a row, then the device counts as unknown. */
const deviceRule: BucketRule = { capacity: 5, refillMs: undefined }

/** The owner is told at these losses. */
export const TOLD_LOSSES = [3, 8, 12] as const

export function deviceBucket(device: KnownDeviceId): Bucket {
  return `device:${device}`
}

export function ruleOf(bucket: Bucket): BucketRule {
  return bucket === UNKNOWN ? unknownRule : deviceRule
}
