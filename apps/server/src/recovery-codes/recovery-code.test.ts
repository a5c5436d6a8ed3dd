import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lettersOf, readCode, SECRET_BYTES, writeCode } from './recovery-code.ts'

const written = fc.record({
  position: fc.integer({ min: 1, max: 10 }),
  letters: fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES }).map(lettersOf),
})

test('a code is its number and four groups of four: 07-ABCD-EFGH-JKMN-PQRS', () => {
  fc.assert(
    fc.property(written, (code) => {
      assert.match(writeCode(code), /^(0[1-9]|10)(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
    }),
  )
})

test('what is written is read again', () => {
  fc.assert(fc.property(written, (code) => assert.deepEqual(readCode(writeCode(code)), { ...code })))
})

test('every bit of the secret counts', () => {
  assert.equal(lettersOf(new Uint8Array(SECRET_BYTES)), '0000000000000000')
  assert.equal(lettersOf(new Uint8Array(SECRET_BYTES).fill(255)), 'ZZZZZZZZZZZZZZZZ')
  const seen = new Set<string>()
  for (let bit = 0; bit < SECRET_BYTES * 8; bit++) {
    const secret = new Uint8Array(SECRET_BYTES)
    secret[bit >> 3] = 1 << (bit & 7)
    seen.add(lettersOf(secret))
  }
  assert.equal(seen.size, 80)
})

test('reads what people make of a code', () => {
  const code = { position: 7, letters: '01AB10CD9EFGHJKM' }
  for (const typed of [
    '07-01AB-10CD-9EFG-HJKM',
    '07-01ab-10cd-9efg-hjkm',
    'o7-oIab-LOcd-9efg-hjkm',
    '0701AB10CD9EFGHJKM',
    ' 07 01AB 10CD 9EFG HJKM\n',
    '07–01AB–10CD–9EFG–HJKM',
    '０７－01AB-10CD-9EFG-HJKM',
  ])
    assert.deepEqual(readCode(typed), code, typed)
})

test('what cannot be a code is not read', () => {
  for (const typed of [
    '',
    '01AB-10CD-9EFG-HJKM',
    '00-01AB-10CD-9EFG-HJKM',
    '11-01AB-10CD-9EFG-HJKM',
    '07-01AB-10CD-9EFG-HJK',
    '07-01AB-10CD-9EFG-HJKMM',
    '07-01AB-10CD-9EFG-HJKU',
    '07-01AB-10CD-9EFG-HJK*',
  ])
    assert.equal(readCode(typed), undefined, typed)
})

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readCode(typed)))
})
