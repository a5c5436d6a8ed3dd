/** SHA-256 and SHA-224 (RFC 6234): one compression, two beginnings. */
import type { BlockHash } from './block-hash.ts'
import { roundConstants } from './round-constants.ts'

/** RFC 6234, 6.1. */
export const sha256: BlockHash = {
  blockBytes: 64,
  digestBytes: 32,
  littleEndian: false,
  initial: new Int32Array([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ]),
  compress,
}

/** RFC 6234, 6.1: the same, begun elsewhere and cut to seven words. */
export const sha224: BlockHash = {
  ...sha256,
  digestBytes: 28,
  initial: new Int32Array([
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
  ]),
}

/** The message schedule, kept between calls for speed; JavaScript never runs two of them at once. */
const w = new Int32Array(64)

/** RFC 6234, 6.2. */
function compress(from: Int32Array, block: Int32Array, to: Int32Array): void {
  for (let t = 0; t < 16; t++) w[t] = block[t] as number
  for (let t = 16; t < 64; t++) {
    const w15 = w[t - 15] as number
    const w2 = w[t - 2] as number
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3)
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10)
    w[t] = (w[t - 16] as number) + s0 + (w[t - 7] as number) + s1
  }

  let a = from[0] as number
  let b = from[1] as number
  let c = from[2] as number
  let d = from[3] as number
  let e = from[4] as number
  let f = from[5] as number
  let g = from[6] as number
  let h = from[7] as number

  for (let t = 0; t < 64; t++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const choice = g ^ (e & (f ^ g))
    const t1 = (h + (roundConstants[2 * t] as number) + (w[t] as number) + choice + s1) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const majority = (a & b) | (c & (a | b))
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + s0 + majority) | 0
  }
  w.fill(0)

  to[0] = (from[0] as number) + a
  to[1] = (from[1] as number) + b
  to[2] = (from[2] as number) + c
  to[3] = (from[3] as number) + d
  to[4] = (from[4] as number) + e
  to[5] = (from[5] as number) + f
  to[6] = (from[6] as number) + g
  to[7] = (from[7] as number) + h
}

/** Rotates a word to the right. */
function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
