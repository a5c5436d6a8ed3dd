/** The list's one clock: whole seconds, told to whoever asks as each begins. */

/** Runs only while somebody listens. */
export class Ticker {
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #seconds: number
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param now milliseconds since 1970, corrected as its user agreed to */
  constructor(now: () => number) {
    this.#now = now
    this.#seconds = Math.floor(now() / 1000)
  }

  /** Whole seconds since 1970, as of the last tick, so that every part of one drawing sees the same. */
  readonly seconds = (): number => this.#seconds

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#timer === undefined) this.tick()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      clearTimeout(this.#timer)
      this.#timer = undefined
    }
  }

  /** Looks at the clock now, as after a sleep. */
  readonly tick = (): void => {
    clearTimeout(this.#timer)
    const now = this.#now()
    this.#timer = setTimeout(this.tick, untilNextSecond(now))
    const seconds = Math.floor(now / 1000)
    if (seconds === this.#seconds) return
    this.#seconds = seconds
    for (const listener of this.#listeners) listener()
  }
}

/** Milliseconds until the next whole second begins, above 0. */
export function untilNextSecond(now: number): number {
  return 1000 - (((now % 1000) + 1000) % 1000)
}
