/** Padding, so that the size of a file does not count the accounts in it. */

const LEAST_BYTES = 8 * 1024
const LENGTH_BYTES = 4

/** The content's length and the content, filled with zeros to a power of two of at least 8 KiB. */
export function pad(content: Uint8Array): Uint8Array<ArrayBuffer> {
  let size = LEAST_BYTES
  while (size < content.length + LENGTH_BYTES) size *= 2
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, content.length)
  padded.set(content, LENGTH_BYTES)
  return padded
}

/** What was padded, or undefined where no such length can stand there. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < LENGTH_BYTES) return undefined
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  return length > padded.length - LENGTH_BYTES
    ? undefined
    : padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length)
}
