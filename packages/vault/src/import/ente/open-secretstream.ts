/**
 * Opens one message of libsodium's `crypto_secretstream_xchacha20poly1305` by plain ChaCha20 and Poly1305, which costs
 * a small part of libsodium's size.
 */
import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'

export const HEADER_BYTES: number = 24
/** The message's tag, and the authenticator. */
export const LEAST_BYTES: number = 1 + 16

const KEY_BYTES = 32
const BLOCK_BYTES = 64

/**
 * What the message says, or undefined where the authenticator does not fit. The message's own tag, that is whether it is
 * the last one, does not count: Ente writes one message a file and does not mark it.
 *
 * @param key of 32 bytes
 * @param header of 24 bytes
 */
export function openSecretstream(
  key: Uint8Array,
  header: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (key.length !== KEY_BYTES || header.length !== HEADER_BYTES || sealed.length < LEAST_BYTES)
    return undefined
  const streamKey = hchacha20(key, header.subarray(0, 16))
  const nonce = Uint8Array.of(1, 0, 0, 0, ...header.subarray(16))
  const body = sealed.subarray(1, -16)
  const authenticator = poly1305(
    coveredBy(chacha20(streamKey, nonce, tagBlock(sealed), undefined, 1), sealed, body),
    chacha20(streamKey, nonce, new Uint8Array(KEY_BYTES), undefined, 0),
  )
  if (!isSame(authenticator, sealed.subarray(-16))) return undefined
  return chacha20(streamKey, nonce, body, undefined, 2)
}

/** The sealed tag, filled up with zeros. */
function tagBlock(sealed: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(sealed.subarray(0, 1))
  return block
}

/** The padding really is as long as the body's remainder, a slip that libsodium keeps for the sake of old files. */
function coveredBy(openedTag: Uint8Array, sealed: Uint8Array, body: Uint8Array): Uint8Array {
  const padding = body.length & 15
  const covered = new Uint8Array(BLOCK_BYTES + body.length + padding + 16)
  covered.set(openedTag)
  covered.set(sealed.subarray(0, 1))
  covered.set(body, BLOCK_BYTES)
  new DataView(covered.buffer).setUint32(covered.length - 8, BLOCK_BYTES + body.length, true)
  return covered
}

function hchacha20(key: Uint8Array, input: Uint8Array): Uint8Array {
  const words = new Uint32Array(8)
  const sigma = new TextEncoder().encode('expand 32-byte k')
  hchacha(wordsOf(sigma), wordsOf(key), wordsOf(input), words)
  const bytes = new Uint8Array(KEY_BYTES)
  const view = new DataView(bytes.buffer)
  words.forEach((word, index) => {
    view.setUint32(index * 4, word, true)
  })
  return bytes
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4, true))
}

/** In a time that does not depend on where they differ. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0
}
