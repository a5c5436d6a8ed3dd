/** What MD5 and the SHA family have in common: a chaining value of 32-bit words, moved on block by block. */

/**
 * A Merkle-Damgård hash as its compression function.
 *
 * Words are 32 bits wide. SHA-512 has words of 64, so each of its own lies in two: the high half, then the low one.
 */
export type BlockHash = {
  readonly blockBytes: 64 | 128
  readonly digestBytes: number
  /** MD5 counts bytes and words from their low end, the SHA family from their high one. */
  readonly littleEndian: boolean
  /** The chaining value before the first block. It can be longer than the digest, which is then its beginning. */
  readonly initial: Int32Array
  /** Moves a chaining value on by one block; `from` and `to` may be the same. */
  compress(from: Int32Array, block: Int32Array, to: Int32Array): void
}

/** The bit that ends a message, where it is the first of a word. */
export function endMarker(hash: BlockHash): number {
  return hash.littleEndian ? 0x80 : 0x80 << 24
}

/** Puts bytes into the words of a block, by XOR, beginning at its first byte. */
export function mixIntoBlock(hash: BlockHash, block: Int32Array, bytes: Uint8Array): void {
  // 24 less a place among 0, 8, 16 and 24 is the place with both of its bits turned.
  const turned = hash.littleEndian ? 0 : 24
  for (let i = 0; i < bytes.length; i++) {
    ;(block[i >>> 2] as number) ^= (bytes[i] as number) << (((i & 3) << 3) ^ turned)
  }
}

/** Writes the length of the whole message into the last two words of the last block, in bits. */
export function writeLength(hash: BlockHash, block: Int32Array, totalBytes: number): void {
  const words = hash.blockBytes >>> 2
  const low = totalBytes << 3
  const high = Math.floor(totalBytes / 2 ** 29)
  block[words - 2] = hash.littleEndian ? low : high
  block[words - 1] = hash.littleEndian ? high : low
}
