/** Time as TOTP counts it. */
import { standardShape } from './shape.ts'
import { wholeNumber } from './whole-number.ts'

/**
 * The time step that a moment lies in: whole periods since 1970 (RFC 6238, 4.2, with T0 = 0).
 *
 * Exact up to 2^53 seconds; parts of a second are dropped.
 *
 * Throws: RangeError for a time before 1970 or none at all, or a period that is not a whole number of seconds.
 */
export function timeStep(unixSeconds: number, periodSeconds: number = standardShape.periodSeconds): number {
  wholeNumber('periodSeconds', periodSeconds, 1, Number.MAX_SAFE_INTEGER)
  const seconds = wholeNumber('unixSeconds', Math.floor(unixSeconds), 0, Number.MAX_SAFE_INTEGER)
  return (seconds - (seconds % periodSeconds)) / periodSeconds
}
