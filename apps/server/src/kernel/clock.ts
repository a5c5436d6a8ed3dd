/** The clock as a port: the only place that asks the machine what time it is. */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

export type Clock = {
  readonly now: () => Instant
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** RFC 3339 in UTC with milliseconds, as the wire carries instants. */
export function toRfc3339(at: Instant): string {
  return new Date(at).toISOString()
}
