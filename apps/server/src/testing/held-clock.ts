/** A clock in the test's hands. */
import type { Clock, Instant } from '../kernel/clock.ts'

export type HeldClock = Clock & {
  readonly advance: (ms: number) => void
  readonly set: (at: Instant) => void
}

/** Starts at noon of 24 Nov 2026 UTC unless told. */
export function heldClock(start: Instant = Date.UTC(2026, 10, 24, 12)): HeldClock {
  let now = start
  return {
    now: () => now,
    advance(ms) {
      now += ms
    },
    set(at) {
      now = at
    },
  }
}
