/** When a backup file is due: after the first account, and after every fifth that came since. */
import type { VaultSettings } from '@sallyport/vault'

const EVERY = 5

/** `first` while there is no backup file at all. */
export type Reminder = 'first' | 'more'

/**
 * @param live how many accounts there are outside the bin
 * @param putOffAt how many had come when `Later` was pressed; the reminder then waits for the next fifth
 */
export function reminderOf(
  { backedUpAt, addedSinceBackup }: Pick<VaultSettings, 'backedUpAt' | 'addedSinceBackup'>,
  live: number,
  putOffAt: number | undefined,
): Reminder | undefined {
  if (live === 0) return undefined
  const due = stepOf(addedSinceBackup, backedUpAt)
  if (due === 0) return undefined
  // More than there are now: it was put off before the last backup file.
  if (putOffAt !== undefined && putOffAt <= addedSinceBackup && due <= stepOf(putOffAt, backedUpAt))
    return undefined
  return backedUpAt === undefined ? 'first' : 'more'
}

/** The last step that was reached: 0, then 1 while there is no file, then 5, 10, 15 and on. */
function stepOf(added: number, backedUpAt: number | undefined): number {
  const fifth = Math.floor(added / EVERY) * EVERY
  return fifth === 0 && backedUpAt === undefined ? Math.min(1, added) : fifth
}
