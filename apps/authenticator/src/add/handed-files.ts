/** Files that were dropped or pasted, on their way to the view that reads them. */

type Receiver = (files: readonly File[]) => void

let waiting: readonly File[] = []
let receiver: Receiver | undefined

/** To the view that is there, or to the next one that asks. */
export function handFiles(files: readonly File[]): void {
  if (receiver === undefined) waiting = files
  else receiver(files)
}

/** When the vault locks: an export may hold keys in clear. */
export function forgetFiles(): void {
  waiting = []
}

/**
 * Gives out what waits, and from then on whatever comes.
 *
 * @returns ends it
 */
export function receiveFiles(next: Receiver): () => void {
  receiver = next
  if (waiting.length > 0) next(waiting)
  waiting = []
  return () => {
    if (receiver === next) receiver = undefined
  }
}
