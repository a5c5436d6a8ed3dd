/** SHA-512 and SHA-384 (RFC 6234): words of 64 bits, each held as two of 32, the high half first. */
import type { BlockHash } from './block-hash.ts'
import { roundConstants } from './round-constants.ts'

/** RFC 6234, 6.3. */
export const sha512: BlockHash = {
  blockBytes: 128,
  digestBytes: 64,
  littleEndian: false,
  initial: new Int32Array([
    0x6a09e667, 0xf3bcc908, 0xbb67ae85, 0x84caa73b, 0x3c6ef372, 0xfe94f82b, 0xa54ff53a, 0x5f1d36f1,
    0x510e527f, 0xade682d1, 0x9b05688c, 0x2b3e6c1f, 0x1f83d9ab, 0xfb41bd6b, 0x5be0cd19, 0x137e2179,
  ]),
  compress,
}

/** RFC 6234, 6.3: the same, begun elsewhere and cut to six words. */
export const sha384: BlockHash = {
  ...sha512,
  digestBytes: 48,
  initial: new Int32Array([
    0xcbbb9d5d, 0xc1059ed8, 0x629a292a, 0x367cd507, 0x9159015a, 0x3070dd17, 0x152fecd8, 0xf70e5939,
    0x67332667, 0xffc00b31, 0x8eb44a87, 0x68581511, 0xdb0c2e0d, 0x64f98fa7, 0x47b5481d, 0xbefa4fa4,
  ]),
}

/** Schedule and working variables, kept between calls for speed; JavaScript never runs two of them at once. */
const w = new Int32Array(160)
const v = new Int32Array(16)

/** RFC 6234, 6.4. Low halves are summed as unsigned numbers; what goes beyond 32 bits is carried to the high ones. */
function compress(from: Int32Array, block: Int32Array, to: Int32Array): void {
  w.set(block.subarray(0, 32))
  for (let t = 32; t < 160; t += 2) {
    const ah = w[t - 30] as number
    const al = w[t - 29] as number
    const bh = w[t - 4] as number
    const bl = w[t - 3] as number
    const s0h = turn(ah, al, 1) ^ turn(ah, al, 8) ^ (ah >>> 7)
    const s0l = turn(al, ah, 1) ^ turn(al, ah, 8) ^ ((al >>> 7) | (ah << 25))
    const s1h = turn(bh, bl, 19) ^ turn(bl, bh, 29) ^ (bh >>> 6)
    const s1l = turn(bl, bh, 19) ^ turn(bh, bl, 29) ^ ((bl >>> 6) | (bh << 26))
    const low = (s0l >>> 0) + (s1l >>> 0) + ((w[t - 13] as number) >>> 0) + ((w[t - 31] as number) >>> 0)
    w[t] = s0h + s1h + (w[t - 14] as number) + (w[t - 32] as number) + carry(low)
    w[t + 1] = low
  }

  v.set(from)
  for (let t = 0; t < 160; t += 2) {
    const ah = v[0] as number
    const al = v[1] as number
    const eh = v[8] as number
    const el = v[9] as number
    const choiceHigh = (v[12] as number) ^ (eh & ((v[10] as number) ^ (v[12] as number)))
    const choiceLow = (v[13] as number) ^ (el & ((v[11] as number) ^ (v[13] as number)))
    const majorityHigh = (ah & (v[2] as number)) | ((v[4] as number) & (ah | (v[2] as number)))
    const majorityLow = (al & (v[3] as number)) | ((v[5] as number) & (al | (v[3] as number)))
    const s1h = turn(eh, el, 14) ^ turn(eh, el, 18) ^ turn(el, eh, 9)
    const s1l = turn(el, eh, 14) ^ turn(el, eh, 18) ^ turn(eh, el, 9)
    const s0h = turn(ah, al, 28) ^ turn(al, ah, 2) ^ turn(al, ah, 7)
    const s0l = turn(al, ah, 28) ^ turn(ah, al, 2) ^ turn(ah, al, 7)

    const constantLow = (roundConstants[t + 1] as number) >>> 0
    const t1Low =
      ((v[15] as number) >>> 0) + (s1l >>> 0) + (choiceLow >>> 0) + constantLow + ((w[t + 1] as number) >>> 0)
    const t1High =
      ((v[14] as number) +
        s1h +
        choiceHigh +
        (roundConstants[t] as number) +
        (w[t] as number) +
        carry(t1Low)) |
      0
    const eLow = ((v[7] as number) >>> 0) + (t1Low >>> 0)
    const aLow = (t1Low >>> 0) + (s0l >>> 0) + (majorityLow >>> 0)

    v.copyWithin(2, 0, 14)
    v[8] = (v[8] as number) + t1High + carry(eLow)
    v[9] = eLow
    v[0] = t1High + s0h + majorityHigh + carry(aLow)
    v[1] = aLow
  }

  for (let i = 0; i < 16; i += 2) {
    const low = ((from[i + 1] as number) >>> 0) + ((v[i + 1] as number) >>> 0)
    to[i] = (from[i] as number) + (v[i] as number) + carry(low)
    to[i + 1] = low
  }
  w.fill(0)
  v.fill(0)
}

/** One half of a 64-bit word rotated to the right by less than 32: the given half, its other half coming in. */
function turn(half: number, other: number, by: number): number {
  return (half >>> by) | (other << (32 - by))
}

/** What a sum of unsigned low halves hands on to the high ones. */
function carry(low: number): number {
  return Math.floor(low / 2 ** 32)
}
