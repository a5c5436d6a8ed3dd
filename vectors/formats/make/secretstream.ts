/** Seals one message as libsodium's secretstream does, from the published definitions of ChaCha20 and Poly1305. */
import { createCipheriv } from 'node:crypto'

/** @param tag 0 for a message, 3 for the last one */
export function sealSecretstream(key: Uint8Array, header: Uint8Array, plain: string, tag: number): Buffer {
  const streamKey = hchacha20(key, header.subarray(0, 16))
  const nonce = Buffer.concat([le32(1), Buffer.from(header.subarray(16))])
  const stream = (text: Buffer, block: number) =>
    createCipheriv('chacha20', streamKey, Buffer.concat([le32(block), nonce])).update(text)
  const block = Buffer.alloc(64)
  block[0] = tag
  const sealedBlock = stream(block, 1)
  const body = stream(Buffer.from(plain), 2)
  const lengths = Buffer.alloc(16)
  lengths.writeUInt32LE(64 + body.length, 8)
  const covered = Buffer.concat([sealedBlock, body, Buffer.alloc(body.length & 15), lengths])
  const mac = poly1305(stream(Buffer.alloc(32), 0), covered)
  return Buffer.concat([sealedBlock.subarray(0, 1), body, mac])
}

/** Twenty rounds over constants, key and input; the first and the last row, without the sum (draft-irtf-cfrg-xchacha, 2.2). */
function hchacha20(key: Uint8Array, input: Uint8Array): Buffer {
  const bytes = Buffer.concat([Buffer.from('expand 32-byte k'), key, input])
  const state = Uint32Array.from({ length: 16 }, (_, index) => bytes.readUInt32LE(index * 4))
  for (let round = 0; round < 10; round += 1) {
    for (const column of [0, 1, 2, 3]) quarter(state, column, 4 + column, 8 + column, 12 + column)
    for (const column of [0, 1, 2, 3]) quarter(state, column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4))
  }
  return Buffer.concat([0, 1, 2, 3, 12, 13, 14, 15].map((index) => le32(state[index] ?? 0)))
}

function quarter(state: Uint32Array, a: number, b: number, c: number, d: number): void {
  const mix = (to: number, from: number, xored: number, bits: number) => {
    state[to] = (state[to] ?? 0) + (state[from] ?? 0)
    const value = (state[xored] ?? 0) ^ (state[to] ?? 0)
    state[xored] = (value << bits) | (value >>> (32 - bits))
  }
  mix(a, b, d, 16)
  mix(c, d, b, 12)
  mix(a, b, d, 8)
  mix(c, d, b, 7)
}

/** RFC 8439, 2.5, in whole numbers. */
function poly1305(key: Buffer, message: Buffer): Buffer {
  const prime = (1n << 130n) - 5n
  const r = number(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn
  let sum = 0n
  for (let at = 0; at < message.length; at += 16)
    sum = ((sum + number(Buffer.concat([message.subarray(at, at + 16), Buffer.from([1])]))) * r) % prime
  const tag = (sum + number(key.subarray(16))) & ((1n << 128n) - 1n)
  return Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').reverse()
}

function number(bytes: Buffer): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
}

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
