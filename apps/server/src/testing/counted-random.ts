/** Chance in the test's hands: a stream that is the same for the same seed and never repeats in a test. */
import { createHash } from 'node:crypto'
import type { Random } from '../kernel/random.ts'

export function countedRandom(seed = 'test'): Random {
  let counter = 0
  function bytes(count: number): Uint8Array {
    const out = new Uint8Array(count)
    for (let filled = 0; filled < count; filled += 32) {
      counter += 1
      out.set(
        createHash('sha256')
          .update(`${seed}:${counter}`)
          .digest()
          .subarray(0, Math.min(32, count - filled)),
        filled,
      )
    }
    return out
  }
  return { bytes, digits: (count) => Array.from(bytes(count), (byte) => byte % 10).join('') }
}
