import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import rfc4226 from '../../../vectors/otp/rfc4226-hotp.json' with { type: 'json' }
import { hotp } from './hotp.ts'
import type { Algorithm } from './shape.ts'

const secret = Buffer.from(rfc4226.secret, 'hex')

test('computes the codes of RFC 4226, appendix D', () => {
  for (const { counter, code } of rfc4226.cases) assert.equal(hotp(secret, counter), code)
})

test('computes any number of digits from the truncated values of RFC 4226, appendix D', () => {
  for (const { counter, truncated } of rfc4226.cases) {
    for (let digits = 1; digits <= 10; digits++) {
      const expected = String(truncated).padStart(10, '0').slice(-digits)
      assert.equal(hotp(secret, counter, { digits }), expected)
    }
  }
})

test('gives the codes that an independent computation by node:crypto gives', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Algorithm>('SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512'),
      fc.uint8Array({ minLength: 1, maxLength: 150 }),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.integer({ min: 1, max: 10 }),
      (algorithm, key, counter, digits) => {
        assert.equal(hotp(key, counter, { algorithm, digits }), plainHotp(key, counter, algorithm, digits))
      },
    ),
    { numRuns: 1000 },
  )
})

test('reads zeros past the end of an MD5 that truncation runs over', () => {
  const lengths = new Set<boolean>()
  for (let counter = 0n; counter < 200n; counter++) {
    const mac = macOf(secret, counter, 'MD5')
    lengths.add((mac.at(-1) ?? 0) % 16 > 12)
    assert.equal(hotp(secret, counter, { algorithm: 'MD5' }), plainHotp(secret, counter, 'MD5', 6))
  }
  assert.equal(lengths.size, 2, 'both kinds occur')
})

test('takes a counter as a number and as a bigint', () => {
  const counter = 2 ** 40 + 7
  assert.equal(hotp(secret, counter), hotp(secret, BigInt(counter)))
})

test('throws for what only a fault of the program can ask', () => {
  assert.throws(() => hotp(new Uint8Array(), 0), /the key is empty/)
  assert.throws(() => hotp(secret, -1), RangeError)
  assert.throws(() => hotp(secret, 1.5), RangeError)
  assert.throws(() => hotp(secret, 2 ** 53), /must be a bigint/)
  assert.throws(() => hotp(secret, 2n ** 64n), RangeError)
  assert.throws(() => hotp(secret, 0, { digits: 0 }), RangeError)
  assert.throws(() => hotp(secret, 0, { digits: 11 }), RangeError)
})

function plainHotp(key: Uint8Array, counter: bigint, algorithm: Algorithm, digits: number): string {
  const mac = Buffer.concat([macOf(key, counter, algorithm), Buffer.alloc(4)])
  const length = mac.length - 4
  const offset = (mac[length - 1] ?? 0) % 16
  const number = BigInt(mac.readUInt32BE(offset)) & 0x7fffffffn
  return String(number % 10n ** BigInt(digits)).padStart(digits, '0')
}

function macOf(key: Uint8Array, counter: bigint, algorithm: Algorithm): Buffer {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(counter)
  return createHmac(algorithm.toLowerCase(), key).update(message).digest()
}
