import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import rfc1321 from '../../../../vectors/otp/rfc1321-md5.json' with { type: 'json' }
import rfc3174 from '../../../../vectors/otp/rfc3174-sha1.json' with { type: 'json' }
import rfc6234 from '../../../../vectors/otp/rfc6234-sha.json' with { type: 'json' }
import type { Algorithm } from '../shape.ts'
import { digest } from './digest.ts'
import { hashNamed } from './hash-named.ts'

const algorithms = Object.keys(hashNamed) as Algorithm[]

test('hashes the test suite of RFC 1321 with MD5', () => {
  for (const { text, digest: expected } of rfc1321.cases)
    assert.equal(hexDigest('MD5', Buffer.from(text)), expected)
})

test('hashes the tests of RFC 3174 with SHA-1', () => {
  for (const { text, repeated, digest: expected } of rfc3174.cases)
    assert.equal(hexDigest('SHA1', Buffer.from(text.repeat(repeated))), expected)
})

test('hashes the tests of RFC 6234 with the whole SHA family', () => {
  for (const { algorithm, data, repeated, digest: expected } of rfc6234.cases)
    assert.equal(hexDigest(algorithm as Algorithm, Buffer.from(data.repeat(repeated), 'hex')), expected)
})

test('gives the digests that node:crypto gives', () => {
  fc.assert(
    fc.property(fc.constantFrom(...algorithms), fc.uint8Array({ maxLength: 400 }), (algorithm, message) => {
      const expected = createHash(algorithm.toLowerCase()).update(message).digest('hex')
      assert.equal(hexDigest(algorithm, message), expected)
    }),
    { numRuns: 600 },
  )
})

test('pads messages of every length around the ends of blocks', () => {
  for (const algorithm of algorithms) {
    for (let length = 0; length <= 260; length++) {
      const message = new Uint8Array(length).fill(length)
      const expected = createHash(algorithm.toLowerCase()).update(message).digest('hex')
      assert.equal(hexDigest(algorithm, message), expected, `${algorithm} of ${length} bytes`)
    }
  }
})

function hexDigest(algorithm: Algorithm, message: Uint8Array): string {
  return Buffer.from(digest(hashNamed[algorithm], message)).toString('hex')
}
