/** How far the device's clock is from that of the app's own server. */

const SLOWEST_ANSWER_MS = 2_000
/** The `Date` of an answer names whole seconds and cuts off what is beyond; half of one is the best guess. */
const CUT_OFF_MS = 500

/** Less than this is said to agree: it is what the measurement itself may be off. */
export const AGREES_WITHIN_MS = 2_000
/** More than this is not corrected here: such a clock is set wrong altogether. */
export const MOST_CORRECTED_MS = 24 * 60 * 60 * 1000
/** More than this is corrected only after a warning, because a wrong server would make codes of the future. */
export const FAR_MS = 5 * 60 * 1000

/**
 * What must be added to the device's clock, in milliseconds.
 *
 * @param date the answer's `Date` header (RFC 9110, 6.6.1)
 * @param asked when it was asked for, by the device's clock, and `answered` when it came
 * @returns undefined where the answer took so long that it says nothing, or has no date
 */
export function offsetOf(date: string | null, asked: number, answered: number): number | undefined {
  const told = Date.parse(date ?? '')
  const took = answered - asked
  if (Number.isNaN(told) || took < 0 || took > SLOWEST_ANSWER_MS) return undefined
  return Math.round(told + CUT_OFF_MS - (asked + answered) / 2)
}
