/** Holds what the meter says and what the page suggests. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isBuiltOnContext } from './password-context.ts'
import { passwordStrength } from './password-strength.ts'
import { suggestPassword } from './suggest-password.ts'

test('counts what is missing in characters, not in code units', () => {
  assert.equal(passwordStrength('seven green', 15).missing, 4)
  assert.equal(passwordStrength('🚪🚪🚪', 15).missing, 12)
  assert.deepEqual(passwordStrength('', 15), { missing: 15, level: 'weak', bars: 0 })
})

test('calls weak what repeats, counts or follows the keyboard', () => {
  for (const password of [
    'aaaaaaaaaaaaaaaaaaaa',
    '12345678901234567890',
    'qwertyuiopasdfghjkl',
    'passwordpassword',
  ]) {
    assert.equal(passwordStrength(password, 15).level, 'weak', password)
  }
})

test('calls strong a few words that do not belong together, and what the page suggests', () => {
  assert.equal(passwordStrength('seven green kettles sing', 15).level, 'strong')
  assert.equal(passwordStrength('k7mqd-x2hrv-9pwtn-c4jzs', 15).level, 'strong')
})

test('never calls more than weak what the server refuses as too short', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 14 }), (password) => passwordStrength(password, 15).level === 'weak'),
  )
})

test('knows a password that is little more than the address or the name of the server', () => {
  const context = { email: 'Harriet.Longname@example.com', product: 'Gatehouse' }
  for (const password of [
    'harriet.longname@example.com',
    'HARRIET.LONGNAME1!',
    'gatehouse-2026',
    'xx longname xx',
  ])
    assert.equal(isBuiltOnContext(password, context), true, password)
  for (const password of ['seven green kettles sing', 'k7mqd-x2hrv-9pwtn-c4jzs', ''])
    assert.equal(isBuiltOnContext(password, context), false, password)
  assert.equal(isBuiltOnContext('seven green kettles sing', { email: '', product: '' }), false)
})

test('suggests four groups of five characters that cannot be misread', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (stream) => {
      const password = suggestPassword((bytes) => {
        for (const index of bytes.keys()) bytes[index] = Number(stream.next().value)
      })
      assert.match(password, /^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/)
    }),
  )
})

test('gives every character of the alphabet the same share of bytes, and no byte that would tip it', () => {
  const counts = new Map<string, number>()
  for (let value = 0; value < 256; value += 1) {
    let round = 0
    const first = suggestPassword((bytes) => {
      // A byte that is passed over leaves its place to the zeroes of the next round.
      bytes.fill(round === 0 ? value : 0)
      round += 1
    }).charAt(0)
    if (round === 1) counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  assert.deepEqual(
    [...counts.values()],
    Array.from({ length: 31 }, () => 8),
  )
})
