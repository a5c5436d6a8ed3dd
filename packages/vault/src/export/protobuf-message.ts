/** Writes messages of protocol buffers: as much of the wire format as Google's export needs. */

const VARINT = 0
const LENGTH_DELIMITED = 2

/** Bytes stand for a text, a message or bytes; a number of zero is not written, as proto3 has it. */
export type ProtobufField = readonly [number: number, value: bigint | Uint8Array]

export function protobufMessage(fields: readonly ProtobufField[]): Uint8Array {
  const bytes: number[] = []
  for (const [number, value] of fields) {
    if (typeof value !== 'bigint') {
      bytes.push(...varint(BigInt((number << 3) | LENGTH_DELIMITED)), ...varint(BigInt(value.length)))
      for (const byte of value) bytes.push(byte)
    } else if (value !== 0n) bytes.push(...varint(BigInt((number << 3) | VARINT)), ...varint(value))
  }
  return Uint8Array.from(bytes)
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: bigint): readonly number[] {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return bytes
}
