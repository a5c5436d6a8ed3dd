/** MD5 (RFC 1321), for the few imported entries that ask for it; the server binds none. */
import type { BlockHash } from './block-hash.ts'

/** RFC 1321, 3.3. */
export const md5: BlockHash = {
  blockBytes: 64,
  digestBytes: 16,
  littleEndian: true,
  initial: new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]),
  compress,
}

/** RFC 1321, 3.4: entry i is the whole part of 2^32 times |sin i|, i in radians and from 1. */
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))))

/** How far each operation rotates, four a round and then from the first again. */
const turns = new Int32Array([7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21])

/** RFC 1321, 3.4. */
function compress(from: Int32Array, block: Int32Array, to: Int32Array): void {
  let a = from[0] as number
  let b = from[1] as number
  let c = from[2] as number
  let d = from[3] as number

  for (let t = 0; t < 64; t++) {
    const round = t >>> 4
    let mixed: number
    let word: number
    if (round === 0) {
      mixed = d ^ (b & (c ^ d))
      word = t
    } else if (round === 1) {
      mixed = c ^ (d & (b ^ c))
      word = 5 * t + 1
    } else if (round === 2) {
      mixed = b ^ c ^ d
      word = 3 * t + 5
    } else {
      mixed = c ^ (b | ~d)
      word = 7 * t
    }
    const sum = (a + mixed + (block[word & 15] as number) + (sines[t] as number)) | 0
    const by = turns[(round << 2) | (t & 3)] as number
    a = d
    d = c
    c = b
    b = (b + ((sum << by) | (sum >>> (32 - by)))) | 0
  }

  to[0] = (from[0] as number) + a
  to[1] = (from[1] as number) + b
  to[2] = (from[2] as number) + c
  to[3] = (from[3] as number) + d
}
