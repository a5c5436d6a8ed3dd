/** Checks two codes that follow each other: what binds a device, and what gets a lost clock back into step. */
import { forgetKey, prepareKey } from '../prepared-key.ts'
import { type Shape, standardShape } from '../shape.ts'
import { timeStep } from '../time-step.ts'
import { findPair } from './find-pair.ts'
import { driftWithin, widthWithin } from './step-limits.ts'

/** The step of the second code, and how many steps that is ahead of our clock. */
export type PairCheck =
  | { readonly matched: true; readonly step: number; readonly driftSteps: number }
  | { readonly matched: false }

/** Where a pair is looked for. */
export type PairWindow = {
  readonly unixSeconds: number
  /** How many steps the device's clock is ahead of ours, as learned before; 0 where nothing is said. */
  readonly driftSteps?: number
  /** How far from there the second code may be: 20 when a device is bound, 2 in pair mode. */
  readonly windowSteps: number
  /** A step that was spent: both codes must be newer. */
  readonly after?: number
}

/**
 * Checks that two codes belong to consecutive steps: the second to the step after the first one's, or, as people
 * sometimes miss one, to the step after that.
 *
 * With a window of s steps two wrong numbers of six digits match with a chance of 2(2s + 1) in 10^12, so that a
 * window of ten minutes either way is safe here and would not be for a single code.
 *
 * @param first the earlier code, exactly the digits; what people type goes through `normaliseCode` first
 * @param second the later code, likewise; the window is for this one
 * @returns the second code's step and the drift to keep; both steps are to be spent, which spending the second does
 *
 * Throws: RangeError for an empty key, a time before 1970, or a shape or window that cannot be.
 *
 * RFC 6238, 6 (resynchronisation); RFC 4226, 7.4 and appendix E.4 (several codes in place of one).
 */
export function checkPair(
  key: Uint8Array,
  first: string,
  second: string,
  at: PairWindow,
  shape: Shape = standardShape,
): PairCheck {
  const current = timeStep(at.unixSeconds, shape.periodSeconds)
  const expected = current + driftWithin(at.driftSteps ?? 0)
  const width = widthWithin(at.windowSteps)

  const prepared = prepareKey(key, shape.algorithm, shape.digits)
  const step = findPair(prepared, {
    first,
    second,
    from: expected - width,
    to: expected + width,
    earliest: (at.after ?? -1) + 1,
  })
  forgetKey(prepared)
  return step === undefined ? { matched: false } : { matched: true, step, driftSteps: step - current }
}
