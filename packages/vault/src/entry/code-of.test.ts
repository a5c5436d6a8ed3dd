/** The codes of every kind, by the vectors of their specifications. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeBase32, readOtpauthUri } from '@sallyport/otp'
import { codeOf, nextCodeOf } from './code-of.ts'
import { draftOfUri } from './draft-of-uri.ts'
import type { CodeKind } from './entry.ts'

function bytes(hexadecimal: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hexadecimal, 'hex'))
}

function seed(length: number): string {
  return encodeBase32(new TextEncoder().encode('1234567890'.repeat(7).slice(0, length)))
}

test('TOTP: RFC 6238, appendix B', () => {
  const rows: readonly (readonly ['SHA1' | 'SHA256' | 'SHA512', number, number, string])[] = [
    ['SHA1', 20, 59, '94287082'],
    ['SHA256', 32, 59, '46119246'],
    ['SHA512', 64, 59, '90693936'],
    ['SHA1', 20, 1_111_111_109, '07081804'],
    ['SHA256', 32, 1_111_111_109, '68084774'],
    ['SHA512', 64, 1_111_111_109, '25091201'],
    ['SHA1', 20, 20_000_000_000, '65353130'],
    ['SHA256', 32, 20_000_000_000, '77737706'],
    ['SHA512', 64, 20_000_000_000, '47863826'],
  ]
  for (const [algorithm, length, at, code] of rows) {
    const entry = {
      secret: seed(length),
      code: { kind: 'totp', algorithm, digits: 8, periodSeconds: 30 },
    } as const
    assert.equal(codeOf(entry, at), code, `${algorithm} ${at}`)
    assert.equal(nextCodeOf(entry, at - 30), code)
  }
})

test('HOTP: RFC 4226, appendix D; the counter is that of the code shown', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871']
  for (const [counter, code] of codes.entries()) {
    const entry = {
      secret: seed(20),
      code: { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: BigInt(counter) },
    } as const
    assert.equal(codeOf(entry, 0), code)
    const next = codes[counter + 1]
    if (next !== undefined) assert.equal(nextCodeOf(entry, 0), next)
  }
})

test('Steam: letters and digits', () => {
  const entry = { secret: '63BEDWCQZKTQWPESARIERL5DTTQFCJTK', code: { kind: 'steam' } } as const
  assert.equal(codeOf(entry, 1_511_200_518), 'FR8RV')
  assert.equal(codeOf(entry, 1_511_200_714), '9P3VP')
  assert.equal(nextCodeOf(entry, 1_511_200_714 - 30), '9P3VP')
})

test('Yandex: a key and a PIN', () => {
  const rows = [
    ['5239', '6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY', 1_641_559_648, 'umozdicq'],
    ['7586', 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI', 1_581_064_020, 'oactmacq'],
    ['7586', 'LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI', 1_581_090_810, 'wemdwrix'],
    ['5210481216086702', 'JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M', 1_581_091_469, 'dfrpywob'],
    ['5210481216086702', 'JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M', 1_581_093_059, 'vunyprpd'],
  ] as const
  for (const [pin, secret, at, code] of rows) {
    const entry: { secret: string; code: CodeKind } = { secret, code: { kind: 'yandex', pin } }
    assert.equal(codeOf(entry, at), code)
    assert.equal(nextCodeOf(entry, at - 30), code)
  }
})

test('mOTP: a key, a PIN, and ten seconds', () => {
  const rows = [
    ['1234', 'e3152afee62599c8', 165_892_298, 'e7d8b6'],
    ['1234', 'e3152afee62599c8', 123_456_789, '4ebfb2'],
    ['9999', 'bbb1912bb5c515be', 1_659_540_020, 'ced7b1'],
    ['9999', 'bbb1912bb5c515be', 1_659_539_870, '1a14f8'],
    ['5555', '7ac61d4736f51a2b', 0, 'c42a26'],
    ['5555', '7ac61d4736f51a2b', 1_000_000_000, '4af383'],
  ] as const
  for (const [pin, key, at, code] of rows) {
    const entry = { secret: encodeBase32(bytes(key)), code: { kind: 'motp', pin } } as const
    assert.equal(codeOf(entry, at), code)
  }
})

test('an otpauth URI becomes a draft whose codes are the same', () => {
  const read = readOtpauthUri(
    'otpauth://totp/ACME%20Co:john@example.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
  )
  assert.ok(read.ok)
  const made = draftOfUri(read.uri)
  assert.ok('draft' in made)
  assert.equal(made.draft.issuer, 'ACME Co')
  assert.equal(codeOf(made.draft, 0).length, 6)
})
