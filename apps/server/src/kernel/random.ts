/** Chance as a port: the only caller of the operating system's generator. */
import { randomBytes, randomInt } from 'node:crypto'

export type Random = {
  readonly bytes: (count: number) => Uint8Array
  /** Decimal digits, each equally likely. */
  readonly digits: (count: number) => string
}

/** The operating system's CSPRNG. */
export const systemRandom: Random = {
  bytes: (count) => new Uint8Array(randomBytes(count)),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
}
