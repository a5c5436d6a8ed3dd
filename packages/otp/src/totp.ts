/** TOTP (RFC 6238): the code of a moment. */
import { hotp } from './hotp.ts'
import { type Shape, standardShape } from './shape.ts'
import { timeStep } from './time-step.ts'

/**
 * Computes the code that is shown at a moment. The next one is that of `unixSeconds + periodSeconds`.
 *
 * Throws: RangeError for an empty key, a time before 1970, or a shape that cannot be.
 *
 * RFC 6238, 4.
 */
export function totp(key: Uint8Array, unixSeconds: number, shape: Shape = standardShape): string {
  return hotp(key, timeStep(unixSeconds, shape.periodSeconds), shape)
}
