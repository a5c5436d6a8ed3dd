/** Steam's codes: a TOTP in letters and digits that are hard to mix up. */
import { hotp } from './hotp.ts'
import { standardShape } from './shape.ts'
import { timeStep } from './time-step.ts'

const alphabet = '23456789BCDFGHJKMNPQRTVWXY'
const length = 5

/**
 * Computes the code that Steam shows at a moment: the truncated value of RFC 4226, 5.3, in base 26, lowest place first.
 *
 * Throws: RangeError for an empty key or a time before 1970.
 */
export function steamCode(key: Uint8Array, unixSeconds: number): string {
  const { periodSeconds } = standardShape
  let value = Number(hotp(key, timeStep(unixSeconds, periodSeconds), { digits: 10 }))
  let code = ''
  while (code.length < length) {
    code += alphabet.charAt(value % alphabet.length)
    value = Math.floor(value / alphabet.length)
  }
  return code
}
