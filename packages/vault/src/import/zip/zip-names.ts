/** Tells what lies in a zip archive before anything that unpacks is loaded. */

const HEADER_BYTES = 30
/** An export has one or two files. */
const MOST_NAMES = 16

/** The names in the headers before each file, which are never encrypted; none where the bytes are no zip. */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  if (!isHeader(bytes, 0)) return names
  for (let at = 0; at !== -1 && names.length < MOST_NAMES; at = bytes.indexOf(0x50, at + 1)) {
    if (isHeader(bytes, at)) names.push(nameAt(bytes, at))
  }
  return names
}

/** `PK\x03\x04`. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4
}

function nameAt(bytes: Uint8Array, at: number): string {
  const length = (bytes[at + 26] ?? 0) + (bytes[at + 27] ?? 0) * 256
  return new TextDecoder().decode(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length))
}
