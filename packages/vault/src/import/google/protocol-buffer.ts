/** Reads the fields of a protocol buffer (encoding of proto3), as far as Google's export needs them. */

export type Field = {
  readonly number: number
  /** A varint, or what stands in a length-delimited field. */
  readonly value: bigint | Uint8Array
}

const VARINT = 0
const EIGHT_BYTES = 1
const LENGTH_DELIMITED = 2
const FOUR_BYTES = 5
const MOST_VARINT_BYTES = 10

/** All fields in their order, without those of fixed width; undefined where the bytes are not a whole message. */
export function readFields(bytes: Uint8Array): readonly Field[] | undefined {
  const fields: Field[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = readVarint(bytes, at)
    if (tag === undefined) return undefined
    const number = Number(tag.value >> 3n)
    if (number < 1 || number > 0x1fff_ffff) return undefined
    const wire = Number(tag.value & 7n)
    at = tag.end
    if (wire === EIGHT_BYTES || wire === FOUR_BYTES) {
      at += wire === EIGHT_BYTES ? 8 : 4
      if (at > bytes.length) return undefined
      continue
    }
    const varint = wire === VARINT || wire === LENGTH_DELIMITED ? readVarint(bytes, at) : undefined
    if (varint === undefined) return undefined
    at = varint.end
    if (wire === VARINT) {
      fields.push({ number, value: varint.value })
      continue
    }
    if (varint.value > BigInt(bytes.length - at)) return undefined
    const end = at + Number(varint.value)
    fields.push({ number, value: bytes.subarray(at, end) })
    at = end
  }
  return fields
}

/** Text as it stands; what is not UTF-8 is shown as such, since a name is no reason to lose an account. */
export function readText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function readVarint(
  bytes: Uint8Array,
  from: number,
): { readonly value: bigint; readonly end: number } | undefined {
  let value = 0n
  for (let index = 0; index < MOST_VARINT_BYTES; index += 1) {
    const byte = bytes[from + index]
    if (byte === undefined) return undefined
    value |= BigInt(byte & 0x7f) << BigInt(7 * index)
    if ((byte & 0x80) === 0) return { value: BigInt.asUintN(64, value), end: from + index + 1 }
  }
  return undefined
}
