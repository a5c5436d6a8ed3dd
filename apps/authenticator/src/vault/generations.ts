/** Which of the kept generations is opened: the newest, or the one before those that cannot be read. */
import type { Kept, VaultStore } from './vault-store.ts'

export class Generations {
  readonly #store: VaultStore
  /** The newest that this page knows of, whether it can be read or not; 0 where there is none. */
  #newest = 0
  /** How many were passed over because they cannot be read. */
  #passedOver = 0

  constructor(store: VaultStore) {
    this.#store = store
  }

  newest(): number {
    return this.#newest
  }

  /** Whether nothing is passed over, so that what is opened is the newest. */
  isNewestOpened(): boolean {
    return this.#passedOver === 0
  }

  noteNewest(generation: number): void {
    this.#newest = generation
  }

  /** What this page wrote is the newest, whatever was passed over. */
  noteWritten(generation: number): void {
    this.#newest = generation
    this.#passedOver = 0
  }

  passOver(): void {
    this.#passedOver += 1
  }

  /** What is to be opened, and the generation of the newest. */
  async toOpen(): Promise<{ readonly kept: Kept | undefined; readonly generation: number }> {
    const newest = await this.#store.read()
    if (newest?.generation !== this.#newest) this.#passedOver = 0
    const kept = this.isNewestOpened() ? newest : (await this.#store.older())[this.#passedOver - 1]
    return { kept, generation: newest?.generation ?? 0 }
  }

  /** Whether there is one before what is to be opened. */
  async hasOlder(): Promise<boolean> {
    return (await this.#store.older()).length > this.#passedOver
  }
}
