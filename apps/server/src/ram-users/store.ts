/** What must be done to forget users for good. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

export type ErasureStore = {
  /** Users who were put into the bin at an instant or before, oldest first. */
  readonly due: (before: Instant, limit: number) => Promise<readonly (Principal & { name: string })[]>
  /** Deletes every row that is the user's; its name is free from then on. The trail stays. */
  readonly erase: (principal: Principal) => Promise<void>
}
