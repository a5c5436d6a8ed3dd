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

/** The message schedule, kept between calls for speed; JavaScript never runs two of them at once. */
const w = new Int32Array(160)

/**
 * RFC 6234, 6.4. A variable `x` of 64 bits is `xh` and `xl` here.
 *
 * Low halves are summed as unsigned numbers; what goes beyond 32 bits is carried to the high ones.
 */
function compress(from: Int32Array, block: Int32Array, to: Int32Array): void {
  for (let t = 0; t < 32; t++) w[t] = block[t] as number
  for (let t = 32; t < 160; t += 2) {
    const xh = w[t - 30] as number
    const xl = w[t - 29] as number
    const yh = w[t - 4] as number
    const yl = w[t - 3] as number
    const s0h = turn(xh, xl, 1) ^ turn(xh, xl, 8) ^ (xh >>> 7)
    const s0l = turn(xl, xh, 1) ^ turn(xl, xh, 8) ^ turn(xl, xh, 7)
    const s1h = turn(yh, yl, 19) ^ turn(yl, yh, 29) ^ (yh >>> 6)
    const s1l = turn(yl, yh, 19) ^ turn(yh, yl, 29) ^ turn(yl, yh, 6)
    const low = (s0l >>> 0) + (s1l >>> 0) + ((w[t - 13] as number) >>> 0) + ((w[t - 31] as number) >>> 0)
    w[t] = s0h + s1h + (w[t - 14] as number) + (w[t - 32] as number) + carry(low)
    w[t + 1] = low
  }

  let ah = from[0] as number
  let al = from[1] as number
  let bh = from[2] as number
  let bl = from[3] as number
  let ch = from[4] as number
  let cl = from[5] as number
  let dh = from[6] as number
  let dl = from[7] as number
  let eh = from[8] as number
  let el = from[9] as number
  let fh = from[10] as number
  let fl = from[11] as number
  let gh = from[12] as number
  let gl = from[13] as number
  let hh = from[14] as number
  let hl = from[15] as number

  for (let t = 0; t < 160; t += 2) {
    const s1h = turn(eh, el, 14) ^ turn(eh, el, 18) ^ turn(el, eh, 9)
    const s1l = turn(el, eh, 14) ^ turn(el, eh, 18) ^ turn(eh, el, 9)
    const choiceHigh = gh ^ (eh & (fh ^ gh))
    const choiceLow = gl ^ (el & (fl ^ gl))
    const kl = roundConstants[t + 1] as number
    const t1 = (hl >>> 0) + (s1l >>> 0) + (choiceLow >>> 0) + (kl >>> 0) + ((w[t + 1] as number) >>> 0)
    const t1h = (hh + s1h + choiceHigh + (roundConstants[t] as number) + (w[t] as number) + carry(t1)) | 0
    const t1l = t1 | 0

    const s0h = turn(ah, al, 28) ^ turn(al, ah, 2) ^ turn(al, ah, 7)
    const s0l = turn(al, ah, 28) ^ turn(ah, al, 2) ^ turn(ah, al, 7)
    const majorityHigh = (ah & bh) | (ch & (ah | bh))
    const majorityLow = (al & bl) | (cl & (al | bl))

    hh = gh
    hl = gl
    gh = fh
    gl = fl
    fh = eh
    fl = el
    const e = (dl >>> 0) + (t1l >>> 0)
    eh = (dh + t1h + carry(e)) | 0
    el = e | 0
    dh = ch
    dl = cl
    ch = bh
    cl = bl
    bh = ah
    bl = al
    const a = (t1l >>> 0) + (s0l >>> 0) + (majorityLow >>> 0)
    ah = (t1h + s0h + majorityHigh + carry(a)) | 0
    al = a | 0
  }
  w.fill(0)

  add(from, to, 0, ah, al)
  add(from, to, 2, bh, bl)
  add(from, to, 4, ch, cl)
  add(from, to, 6, dh, dl)
  add(from, to, 8, eh, el)
  add(from, to, 10, fh, fl)
  add(from, to, 12, gh, gl)
  add(from, to, 14, hh, hl)
}

/** Adds a word of 64 bits to the one at that place of the chaining value. */
function add(from: Int32Array, to: Int32Array, at: number, high: number, low: number): void {
  const sum = ((from[at + 1] as number) >>> 0) + (low >>> 0)
  to[at] = (from[at] as number) + high + carry(sum)
  to[at + 1] = sum
}

/** One half of a 64-bit word rotated to the right by less than 32: the given half, its other half coming in. */
function turn(half: number, other: number, by: number): number {
  return (half >>> by) | (other << (32 - by))
}

/** What a sum of unsigned low halves hands on to the high ones. */
function carry(low: number): number {
  return Math.floor(low / 2 ** 32)
}
