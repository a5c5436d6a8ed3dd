/** A value that cannot be printed: string conversion, JSON and the inspector all give `[redacted]`. */
import { inspect } from 'node:util'

const REDACTED = '[redacted]'

/** Wraps a secret; `open()` is the one way to its value, so uses can be found. */
export class Secret<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  open(): T {
    return this.#value
  }

  toString(): string {
    return REDACTED
  }

  toJSON(): string {
    return REDACTED
  }

  [inspect.custom](): string {
    return REDACTED
  }
}
