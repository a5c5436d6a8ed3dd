/** Finds words for a pair that failed while a device was being bound. */
import { type Algorithm, type Shape, standardShape } from '../shape.ts'
import { checkCode } from './check-code.ts'
import { checkPair } from './check-pair.ts'

/** What went wrong. */
export type PairDiagnosis =
  /** The same code was typed twice. */
  | { readonly kind: 'same_code' }
  /** Both codes are this key's and of this time, but they are swapped, or too far apart. */
  | { readonly kind: 'not_consecutive' }
  /** The pair is good for a clock that is so many steps ahead of ours, or behind if negative. */
  | { readonly kind: 'clock_off'; readonly steps: number }
  /** The app computes codes of another shape than the one it was given. */
  | { readonly kind: 'other_shape'; readonly shape: Shape }
  /** Nothing fits: another key, or not this account. */
  | { readonly kind: 'no_match' }

/** A day of 30-second steps: enough to find a wrong date and every wrong time zone. */
const searchStepsOfADay = 2_880

/** How near, in steps, single codes must be to count as of this time: the window in which a pair is accepted. */
const nearSteps = 20

/** What apps fall back to when they overlook a parameter. */
const algorithms: readonly Algorithm[] = ['SHA1', 'SHA256', 'SHA512']
const periodsSeconds: readonly number[] = [30, 60]

/**
 * Says why a pair failed, for the person who sits in front of the wizard.
 *
 * For binding only, where the key was given out a moment ago and nothing is protected by it yet. At sign-in the
 * answer would tell a guesser when a code is going to be right. Call it after a miss: it computes up to 5,763 codes
 * for each of up to seven shapes, which takes about a tenth of a second.
 *
 * @param at the moment, and how many steps either way are searched; a day of 30-second steps where nothing is said
 *
 * Throws: RangeError for an empty key, a time before 1970, or a shape or search that cannot be.
 */
export function diagnosePair(
  key: Uint8Array,
  first: string,
  second: string,
  at: { readonly unixSeconds: number; readonly searchSteps?: number },
  shape: Shape = standardShape,
): PairDiagnosis {
  if (first === second) return { kind: 'same_code' }
  const { unixSeconds, searchSteps = searchStepsOfADay } = at

  const pair = checkPair(key, first, second, { unixSeconds, windowSteps: searchSteps }, shape)
  if (pair.matched) return { kind: 'clock_off', steps: pair.driftSteps }

  const near = { unixSeconds, windowSteps: nearSteps }
  if (checkCode(key, first, near, shape).matched && checkCode(key, second, near, shape).matched)
    return { kind: 'not_consecutive' }

  for (const other of otherShapes(shape, first.length)) {
    const windowSteps = Math.ceil((searchSteps * shape.periodSeconds) / other.periodSeconds)
    if (checkPair(key, first, second, { unixSeconds, windowSteps }, other).matched)
      return { kind: 'other_shape', shape: other }
  }
  return { kind: 'no_match' }
}

/** The shapes worth trying: the likely algorithms and periods, with as many digits as were typed. */
function otherShapes(shape: Shape, digits: number): readonly Shape[] {
  if (digits < 1 || digits > 10) return []
  return periodsSeconds
    .flatMap((periodSeconds) => algorithms.map((algorithm) => ({ algorithm, digits, periodSeconds })))
    .filter((other) => !isSame(other, shape))
}

function isSame(one: Shape, other: Shape): boolean {
  return (
    one.algorithm === other.algorithm &&
    one.digits === other.digits &&
    one.periodSeconds === other.periodSeconds
  )
}
