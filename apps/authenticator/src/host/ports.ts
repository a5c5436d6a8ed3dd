/** Clock and chance as ports, so that tests hold both. */
import { readClock } from '@sallyport/ui'
import type { Random } from '@sallyport/vault'

export type Ports = {
  /** Milliseconds since 1970, as the device's own clock has it. */
  readonly now: () => number
  readonly random: Random
}

/** The browser's clock and its generator. */
export const browserPorts: Ports = {
  now: readClock,
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
}
