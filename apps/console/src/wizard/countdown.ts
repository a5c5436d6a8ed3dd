/** The maths of the countdown to the next code, by the server's clock. */

/** Which time step it is, how many seconds of it are left (1 to the period), and that as a fraction of the period. */
export type Tick = {
  readonly step: number
  readonly secondsLeft: number
  readonly fractionLeft: number
}

/**
 * How far the server's clock is ahead of the browser's, in milliseconds.
 *
 * @param serverTime RFC 3339 text of the reply
 * @param receivedAt the browser's clock when the reply came
 */
export function clockAhead(serverTime: string, receivedAt: number): number {
  return Date.parse(serverTime) - receivedAt
}

/** @param now the server's time in milliseconds since 1970 */
export function tickAt(now: number, periodSeconds: number): Tick {
  const seconds = now / 1000
  const step = Math.floor(seconds / periodSeconds)
  const left = (step + 1) * periodSeconds - seconds
  return { step, secondsLeft: Math.ceil(left), fractionLeft: left / periodSeconds }
}

/** What to do now: type the code on the screen, wait for the next, type it, or begin both anew. */
export type Advice = 'first' | 'wait' | 'now' | 'late' | 'full'

/**
 * @param firstAt the step in which the first code became full, null while it is not
 * @param secondFull the second code is there
 */
export function adviceAt(step: number, firstAt: number | null, secondFull: boolean): Advice {
  if (firstAt === null) return 'first'
  if (secondFull) return 'full'
  if (step === firstAt) return 'wait'
  return step === firstAt + 1 ? 'now' : 'late'
}
