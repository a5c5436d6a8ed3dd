/** Days as the overview counts them: in UTC. */
import { DAY, type Instant, toRfc3339 } from '../kernel/clock.ts'

/** `YYYY-MM-DD`, UTC. */
export function dayOf(at: Instant): string {
  return toRfc3339(at).slice(0, 10)
}

/** The last days up to `now`, oldest first. */
export function lastDays(now: Instant, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => dayOf(now - (count - 1 - index) * DAY))
}
