/** Reads hexadecimal, in which a few exports and one old kind of code hold their keys. */

/** The bytes, or nothing if the text is not made of whole pairs of hexadecimal digits. */
export function decodeHexadecimal(text: string): Uint8Array | undefined {
  if (!/^([0-9a-f]{2})+$/i.test(text)) return undefined
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
