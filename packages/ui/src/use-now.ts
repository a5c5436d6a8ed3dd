/** The pages' clock: the one place that reads the time, and draws again as it passes. */
import { useEffect, useState } from 'react'

/**
 * The time in milliseconds since 1970, drawn again every `everyMilliseconds`.
 *
 * @param everyMilliseconds 1000 for a countdown of seconds, 30 000 for "2 minutes ago"; `null` stands still
 */
export function useNow(everyMilliseconds: number | null): number {
  const [now, setNow] = useState(readClock)
  useEffect(() => {
    if (everyMilliseconds === null) return
    setNow(readClock())
    const timer = setInterval(() => setNow(readClock()), everyMilliseconds)
    return () => clearInterval(timer)
  }, [everyMilliseconds])
  return now
}

/** The browser's clock, in milliseconds since 1970. */
export function readClock(): number {
  return Date.now()
}
