import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import rfc2202 from '../../../vectors/otp/rfc2202-hmac.json' with { type: 'json' }
import rfc4231 from '../../../vectors/otp/rfc4231-hmac.json' with { type: 'json' }
import { hashNamed } from './hash/hash-named.ts'
import { hmac, hmacKey, hmacOfCounter } from './hmac.ts'
import type { Algorithm } from './shape.ts'

const algorithms = Object.keys(hashNamed) as Algorithm[]

test('computes the MACs of RFC 2202', () => {
  for (const { algorithm, key, data, digest } of rfc2202.cases)
    assert.equal(hexMac(algorithm as Algorithm, bytes(key), bytes(data)), digest)
})

test('computes the MACs of RFC 4231', () => {
  for (const { key, data, digests } of rfc4231.cases) {
    for (const [algorithm, digest] of Object.entries(digests)) {
      const mac = hexMac(algorithm as Algorithm, bytes(key), bytes(data))
      assert.equal(mac.slice(0, digest.length), digest)
    }
  }
})

test('gives the MACs that node:crypto gives, with keys shorter and longer than a block', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...algorithms),
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }),
      (algorithm, key, message) => {
        const expected = createHmac(algorithm.toLowerCase(), key).update(message).digest('hex')
        assert.equal(hexMac(algorithm, key, message), expected)
      },
    ),
    { numRuns: 600 },
  )
})

test('gives the same MAC of a counter by the short way as by the long one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...algorithms),
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      (algorithm, keyBytes, counter) => {
        const hash = hashNamed[algorithm]
        const key = hmacKey(hash, keyBytes)
        const words = new Int32Array(hash.initial.length)
        hmacOfCounter(key, Number(counter >> 32n), Number(counter & 0xffffffffn), words)
        const short = Buffer.alloc(hash.digestBytes)
        for (let at = 0; at < short.length; at += 4) {
          const word = words[at / 4] ?? 0
          if (hash.littleEndian) short.writeInt32LE(word, at)
          else short.writeInt32BE(word, at)
        }
        const message = Buffer.alloc(8)
        message.writeBigUInt64BE(counter)
        assert.equal(short.toString('hex'), Buffer.from(hmac(key, message)).toString('hex'))
      },
    ),
    { numRuns: 600 },
  )
})

test('computes codes of several keys and algorithms in turn without one disturbing the other', () => {
  const keys = algorithms.map((algorithm) => hmacKey(hashNamed[algorithm], bytes('0b0b0b0b')))
  const once = keys.map((key) => Buffer.from(hmac(key, bytes('01'))).toString('hex'))
  for (const key of keys) hmacOfCounter(key, 1, 2, new Int32Array(key.hash.initial.length))
  assert.deepEqual(
    keys.map((key) => Buffer.from(hmac(key, bytes('01'))).toString('hex')),
    once,
  )
})

function hexMac(algorithm: Algorithm, key: Uint8Array, message: Uint8Array): string {
  return Buffer.from(hmac(hmacKey(hashNamed[algorithm], key), message)).toString('hex')
}

function bytes(hexadecimal: string): Uint8Array {
  return Buffer.from(hexadecimal, 'hex')
}
