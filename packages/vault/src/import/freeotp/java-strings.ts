/** Reads a `HashMap<String, String>` as Java serialises it (Java Object Serialization Specification, 6.4). */

const STREAM = [0xac, 0xed, 0, 5]
const OBJECT = 0x73
const CLASS = 0x72
const END_OF_BLOCK = 0x78
const NULL = 0x70
const BLOCK = 0x77
const STRING = 0x74
const LONG_STRING = 0x7c
const REFERENCE = 0x71
/** Of the first thing that the stream can refer to; the class and the map itself come before all strings. */
const FIRST_HANDLE = 0x7e_0000
const HANDLES_BEFORE_STRINGS = 2

/** The map in the order of the file; undefined where the bytes are anything else or cut short. */
export function readJavaStrings(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  try {
    return readMap(new Reader(bytes))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function readMap(reader: Reader): ReadonlyMap<string, string> | undefined {
  for (const byte of [...STREAM, OBJECT, CLASS]) if (reader.byte() !== byte) return undefined
  if (reader.text(reader.short()) !== 'java.util.HashMap') return undefined
  // The version, flags, and the fields: two numbers of four bytes, which say how the map was stored.
  reader.pass(9)
  const fields = reader.short()
  for (let field = 0; field < fields; field += 1) {
    reader.pass(1)
    reader.pass(reader.short())
  }
  if (reader.byte() !== END_OF_BLOCK || reader.byte() !== NULL) return undefined
  reader.pass(4 * fields)
  if (reader.byte() !== BLOCK || reader.byte() !== 8) return undefined
  reader.pass(4)
  const size = reader.int()
  const strings: string[] = []
  const map = new Map<string, string>()
  for (let pair = 0; pair < size; pair += 1) {
    const [key, value] = [readString(reader, strings), readString(reader, strings)]
    if (key === undefined || value === undefined) return undefined
    map.set(key, value)
  }
  return map
}

function readString(reader: Reader, strings: string[]): string | undefined {
  const kind = reader.byte()
  if (kind === REFERENCE) return strings[reader.int() - FIRST_HANDLE - HANDLES_BEFORE_STRINGS]
  if (kind !== STRING && kind !== LONG_STRING) return undefined
  const length = kind === STRING ? reader.short() : reader.int() * 2 ** 32 + reader.int()
  const text = reader.text(length)
  strings.push(text)
  return text
}

/** Reads on through the bytes; a RangeError where they end too soon. */
class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  byte(): number {
    return this.#view.getUint8(this.pass(1))
  }

  short(): number {
    return this.#view.getUint16(this.pass(2))
  }

  int(): number {
    return this.#view.getUint32(this.pass(4))
  }

  /** Where it stood before. */
  pass(length: number): number {
    const from = this.#at
    if (from + length > this.#bytes.length) throw new RangeError('the stream ends too soon')
    this.#at += length
    return from
  }

  /** Modified UTF-8: each half of a surrogate pair by itself, and zero in two bytes. */
  text(length: number): string {
    const from = this.pass(length)
    const bytes = this.#bytes.subarray(from, from + length)
    const parts: string[] = []
    for (let at = 0; at < length; ) {
      const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
      const size = one < 0x80 ? 1 : one < 0xe0 ? 2 : 3
      const unit =
        size === 1
          ? one
          : size === 2
            ? ((one & 0x1f) << 6) | (two & 0x3f)
            : ((one & 0x0f) << 12) | ((two & 0x3f) << 6) | (three & 0x3f)
      parts.push(String.fromCharCode(unit))
      at += size
    }
    return parts.join('')
  }
}
