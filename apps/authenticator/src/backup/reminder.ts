/** When a backup file is due: after the first account, and after every fifth that came since. */
const EVERY = 5

/** `first` while there is no backup file at all. */
export type Reminder = 'first' | 'more'

/**
 * @param added how many accounts outside the bin are in no backup file
 * @param putOffAt how many they were when `Later` was pressed; the reminder then waits for the next fifth
 */
export function reminderOf(
  added: number,
  backedUpAt: number | undefined,
  putOffAt: number | undefined,
): Reminder | undefined {
  const due = stepOf(added, backedUpAt)
  if (due === 0) return undefined
  // More than there are now: it was put off before the last backup file.
  if (putOffAt !== undefined && putOffAt <= added && due <= stepOf(putOffAt, backedUpAt)) return undefined
  return backedUpAt === undefined ? 'first' : 'more'
}

/** The last step that was reached: 0, then 1 while there is no file, then 5, 10, 15 and on. */
function stepOf(added: number, backedUpAt: number | undefined): number {
  const fifth = Math.floor(added / EVERY) * EVERY
  return fifth === 0 && backedUpAt === undefined ? Math.min(1, added) : fifth
}
