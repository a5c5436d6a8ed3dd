/** Files that were dropped or pasted, on their way to the view that reads them. */

let waiting: readonly File[] = []

export function handFiles(files: readonly File[]): void {
  waiting = files
}

/** They are given out once. */
export function takeHandedFiles(): readonly File[] {
  const files = waiting
  waiting = []
  return files
}
