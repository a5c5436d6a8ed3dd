/** How far from the present a check may look at most, whatever the caller asks. */
import { wholeNumber } from '../whole-number.ts'

/** A year of 30-second steps either way: far beyond any drift, and it keeps sums of steps exact. */
const mostSteps = 1_051_200

/** A drift as it must be: a whole number of steps. */
export function driftWithin(driftSteps: number): number {
  return wholeNumber('driftSteps', driftSteps, -mostSteps, mostSteps)
}

/** A width of a window as it must be: a whole number of steps, none included. */
export function widthWithin(windowSteps: number): number {
  return wholeNumber('windowSteps', windowSteps, 0, mostSteps)
}
