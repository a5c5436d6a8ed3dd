/** Generated passwords: long enough, easy to read, and fair. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countedRandom } from '../testing/counted-random.ts'
import { generatePassword } from './generate-password.ts'

test('a generated password has sixteen letters that nobody takes for others', () => {
  const random = countedRandom('generated')
  const made = Array.from({ length: 500 }, () => generatePassword(random).open())
  for (const password of made) assert.match(password, /^[a-hj-kmnp-z2-9]{16}$/)
  assert.equal(new Set(made).size, made.length)
  assert.equal(new Set(made.join('')).size, 31)
})

test('bytes that would make some letters likelier are dropped', () => {
  const bytes = [255, 248, 247, 0]
  let at = 0
  const random = {
    bytes: (count: number) => Uint8Array.from({ length: count }, () => bytes[at++ % bytes.length] ?? 0),
    digits: () => '',
  }
  assert.equal(generatePassword(random).open(), '9a'.repeat(8))
})
