/** Whether the server can do its work: the database answers and the clock goes forward. */
import { type Clock, type Instant, SECOND } from '../kernel/clock.ts'

export type Readiness = { readonly ready: boolean; readonly database: boolean; readonly clock: boolean }

/** A clock set back further than this makes old codes valid again but for their spent steps: say so (security.md 1J, J8). */
const LARGEST_STEP_BACK = 30 * SECOND

export function readiness(
  database: { readonly ping: () => Promise<void> },
  clock: Clock,
): () => Promise<Readiness> {
  let latest: Instant = clock.now()
  return async () => {
    const now = clock.now()
    const clockFine = now >= latest - LARGEST_STEP_BACK
    latest = Math.max(latest, now)
    const databaseFine = await database.ping().then(
      () => true,
      () => false,
    )
    return { ready: databaseFine && clockFine, database: databaseFine, clock: clockFine }
  }
}
