/** The day that files are named by. */
import { readClock } from '@sallyport/ui'

/** `YYYY-MM-DD`, UTC. */
export function today(): string {
  return new Date(readClock()).toISOString().slice(0, 10)
}
