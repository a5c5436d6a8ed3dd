/** Guards the numbers that callers choose: a wrong one is a fault of the program, never of a user. */

/**
 * Returns the value if it is a whole number within the limits.
 *
 * Throws: RangeError, naming the quantity and its limits.
 */
export function wholeNumber(name: string, value: number, least: number, most: number): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value
  throw new RangeError(`${name} is ${value}; it must be a whole number from ${least} to ${most}`)
}
