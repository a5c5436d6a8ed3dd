/** Hashes whole messages: keys longer than a block, and everything that the tests compare with other hands' work. */
import { type BlockHash, mixIntoBlock, writeLength } from './block-hash.ts'

/** The digest of a message (RFC 1321, 3; RFC 3174, 4; RFC 6234, 4). */
export function digest(hash: BlockHash, message: Uint8Array): Uint8Array {
  return digestFrom(hash, hash.initial, 0, message)
}

/**
 * The digest of a message whose first blocks are already in the chaining value.
 *
 * @param bytesBefore how many bytes those are, a multiple of the block
 */
export function digestFrom(
  hash: BlockHash,
  state: Int32Array,
  bytesBefore: number,
  message: Uint8Array,
): Uint8Array {
  const { blockBytes } = hash
  const block = new Int32Array(blockBytes >>> 2)
  const chained = Int32Array.from(state)
  let at = 0
  for (; message.length - at >= blockBytes; at += blockBytes) {
    mixIntoBlock(hash, block, message.subarray(at, at + blockBytes))
    hash.compress(chained, block, chained)
    block.fill(0)
  }

  const rest = message.length - at
  mixIntoBlock(hash, block, Uint8Array.of(...message.subarray(at), 0x80))
  if (rest + 1 + blockBytes / 8 > blockBytes) {
    hash.compress(chained, block, chained)
    block.fill(0)
  }
  writeLength(hash, block, bytesBefore + message.length)
  hash.compress(chained, block, chained)
  block.fill(0)
  return bytesOf(hash, chained)
}

/** The digest as bytes: the beginning of the last chaining value. */
function bytesOf(hash: BlockHash, state: Int32Array): Uint8Array {
  const bytes = new Uint8Array(hash.digestBytes)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length; at += 4) view.setInt32(at, state[at >>> 2] as number, hash.littleEndian)
  return bytes
}
