/** Unpacks gzip (RFC 1952) by the platform, within bounds: what is packed may be a thousand times as long. */

const MOST_BYTES = 64 * 1024 * 1024

/** Undefined where it is no gzip, is cut short, or unpacks to more than 64 MiB. */
export async function gunzip(packed: Uint8Array): Promise<Uint8Array | undefined> {
  const unpacked = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of chunksOf(unpacked)) {
      length += piece.length
      if (length > MOST_BYTES) return undefined
      pieces.push(piece)
    }
  } catch {
    return undefined
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** By a reader, since not every browser lets a stream be iterated. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Stops the unpacking where nobody wants the rest; of a stream that failed there is nothing to stop.
    reader.cancel().catch(() => undefined)
  }
}
