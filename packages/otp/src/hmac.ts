/** HMAC (RFC 2104) with the two blocks that depend on the key alone computed once, and shared by all messages. */
import { type BlockHash, endMarker, mixIntoBlock, writeLength } from './hash/block-hash.ts'
import { digest, digestFrom } from './hash/digest.ts'

/** A key as the two chaining values after its own blocks. They are as good as the key: forget them likewise. */
export type HmacKey = {
  readonly hash: BlockHash
  readonly inner: Int32Array
  readonly outer: Int32Array
}

/**
 * Room for one block, kept between calls for speed; JavaScript never runs two calls at once. No key is left in it,
 * only the inner MAC of the last counter, which says nothing without the key.
 */
const scratch = new Int32Array(32)

const innerPad = 0x36363636
const outerPad = 0x5c5c5c5c

/** Computes what depends on the key alone. A key longer than a block stands for its digest (RFC 2104, 3). */
export function hmacKey(hash: BlockHash, key: Uint8Array): HmacKey {
  const inner = new Int32Array(hash.initial.length)
  const outer = new Int32Array(hash.initial.length)
  scratch.fill(innerPad)
  mixIntoBlock(hash, scratch, key.length > hash.blockBytes ? digest(hash, key) : key)
  hash.compress(hash.initial, scratch, inner)
  for (let i = 0; i < scratch.length; i++) scratch[i] = (scratch[i] as number) ^ innerPad ^ outerPad
  hash.compress(hash.initial, scratch, outer)
  scratch.fill(0)
  return { hash, inner, outer }
}

/** The MAC of any message. */
export function hmac(key: HmacKey, message: Uint8Array): Uint8Array {
  const { hash, inner, outer } = key
  return digestFrom(hash, outer, hash.blockBytes, digestFrom(hash, inner, hash.blockBytes, message))
}

/**
 * The MAC of a counter, eight bytes with the highest first, given as two words: the one message that codes need.
 *
 * Two blocks, no bytes, nothing allocated. `mac` receives the words of the MAC, in the hash's own byte order, and is
 * as long as its chaining value.
 */
export function hmacOfCounter(key: HmacKey, high: number, low: number, mac: Int32Array): void {
  const { hash } = key
  scratch[0] = hash.littleEndian ? swapBytes(high) : high
  scratch[1] = hash.littleEndian ? swapBytes(low) : low
  closeBlock(hash, 2)
  hash.compress(key.inner, scratch, mac)

  const words = hash.digestBytes >>> 2
  for (let i = 0; i < words; i++) scratch[i] = mac[i] as number
  closeBlock(hash, words)
  hash.compress(key.outer, scratch, mac)
}

/** Makes the words in the scratch block the last of a message that began with the key's block. */
function closeBlock(hash: BlockHash, words: number): void {
  const end = hash.blockBytes >>> 2
  scratch[words] = endMarker(hash)
  for (let i = words + 1; i < end; i++) scratch[i] = 0
  writeLength(hash, scratch, hash.blockBytes + (words << 2))
}

/** Reads a word from its other end. */
export function swapBytes(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)
}
