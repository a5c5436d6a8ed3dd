/** How long to wait after wrong passphrases: a hurdle for whoever holds the unlocked device, beside the derivation itself. */

const FREE = 3
const FIRST_WAIT_SECONDS = 5
const LONGEST_WAIT_SECONDS = 300
const PLACE = 'sallyport.tries'

/** How many were wrong since the last right one, and when the last was, in milliseconds since 1970. */
export type Tries = { readonly wrong: number; readonly at: number }

/** Where the count outlives the page. */
export type TriesStorage = Pick<Storage, 'getItem' | 'setItem'>

/** Three are free, then 5 s, doubled each time, at most five minutes. */
export function waitAfter(wrong: number): number {
  if (wrong < FREE) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (wrong - FREE))
}

/** Seconds until the next try is taken. A clock that was set back does not make it longer than the wait itself. */
export function waitLeft({ wrong, at }: Tries, now: number): number {
  const wait = waitAfter(wrong)
  return Math.min(wait, Math.max(0, Math.ceil(wait - (now - at) / 1000)))
}

/** None were wrong where nothing is kept, or where the browser keeps nothing. */
export function readTries(storage: TriesStorage): Tries {
  const [wrong = Number.NaN, at = Number.NaN] = (read(storage) ?? '').split(' ').map(Number)
  return Number.isSafeInteger(wrong) && wrong >= 0 && Number.isFinite(at)
    ? { wrong, at }
    : { wrong: 0, at: 0 }
}

export function keepTries(storage: TriesStorage, { wrong, at }: Tries): void {
  try {
    storage.setItem(PLACE, `${wrong} ${at}`)
  } catch {
    // The count then lasts as long as the page.
  }
}

function read(storage: TriesStorage): string | null {
  try {
    return storage.getItem(PLACE)
  } catch {
    return null
  }
}
