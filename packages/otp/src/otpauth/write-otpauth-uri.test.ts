import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Algorithm } from '../shape.ts'
import { readOtpauthUri } from './read-otpauth-uri.ts'
import { writeOtpauthUri } from './write-otpauth-uri.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

const key = Buffer.from('12345678901234567890')
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('writes prefix and issuer, algorithm, digits and period, spaces as %20 and the secret in capitals', () => {
  assert.equal(
    writeOtpauthUri({ issuer: 'ACME Co', account: 'john+doe@x', key }),
    `otpauth://totp/ACME%20Co:john%2Bdoe%40x?secret=${secret}&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30`,
  )
})

test('writes the counter of an HOTP in place of a period', () => {
  assert.equal(
    writeOtpauthUri({
      type: 'hotp',
      issuer: '',
      account: 'a',
      key,
      counter: 2n ** 60n,
      algorithm: 'SHA512',
      digits: 8,
    }),
    `otpauth://hotp/a?secret=${secret}&algorithm=SHA512&digits=8&counter=1152921504606846976`,
  )
})

test('encodes colons in names, and puts one in front where there is no issuer', () => {
  assert.match(writeOtpauthUri({ issuer: 'a:b', account: 'c:d', key }), /^otpauth:\/\/totp\/a%3Ab:c%3Ad\?/)
  assert.match(writeOtpauthUri({ issuer: '', account: 'c:d', key }), /^otpauth:\/\/totp\/:c%3Ad\?/)
})

test('writes Steam, Yandex and mOTP so that they are read again', () => {
  const steam = roundTrip({ type: 'steam', issuer: 'Steam', account: 'a', key })
  assert.deepEqual([steam.type, steam.digits, steam.remarks], ['steam', 5, []])
  const yandex = roundTrip({ type: 'yandex', issuer: 'Yandex', account: 'a', key, pin: '5239' })
  assert.deepEqual([yandex.type, yandex.pin], ['yandex', '5239'])
  const motp = roundTrip({ type: 'motp', issuer: 'Site', account: 'a/b?c', key, pin: '1234' })
  assert.deepEqual([motp.type, motp.pin, motp.account, Buffer.from(motp.key)], ['motp', '1234', 'a/b?c', key])
})

test('writes half a character as the replacement character and does not throw', () => {
  assert.equal(roundTrip({ issuer: 'x', account: 'a\ud800b', key }).account, 'a\ufffdb')
})

test('is read back as it was written, whatever the names hold', () => {
  const name = fc.string({ unit: anyUnit, maxLength: 20 }).map((text) => text.toWellFormed().trim())
  fc.assert(
    fc.property(
      fc.record({
        type: fc.constantFrom('totp', 'hotp'),
        issuer: name.filter((text) => text.toLowerCase() !== 'steam'),
        account: name,
        key: fc.uint8Array({ minLength: 1, maxLength: 70 }),
        algorithm: fc.constantFrom<Algorithm>('SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'MD5'),
        digits: fc.integer({ min: 1, max: 10 }),
        periodSeconds: fc.integer({ min: 1, max: 86_400 }),
        counter: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
      }),
      (parts) => {
        const uri = roundTrip(parts)
        const expected = {
          ...parts,
          periodSeconds: parts.type === 'totp' ? parts.periodSeconds : 30,
          counter: parts.type === 'hotp' ? parts.counter : 0n,
        }
        const { type, issuer, account, key: bytes, algorithm, digits, periodSeconds, counter } = uri
        assert.deepEqual(
          { type, issuer, account, key: new Uint8Array(bytes), algorithm, digits, periodSeconds, counter },
          { ...expected, key: new Uint8Array(parts.key) },
        )
        assert.equal(uri.note, '')
        assert.doesNotMatch(writeOtpauthUri(parts), /[\s+#]/)
        assert.equal(writeOtpauthUri(uri), writeOtpauthUri(parts))
      },
    ),
    { numRuns: 1500 },
  )
})

function roundTrip(parts: Parameters<typeof writeOtpauthUri>[0]) {
  const reading = readOtpauthUri(writeOtpauthUri(parts))
  assert.ok(reading.ok)
  return reading.uri
}
