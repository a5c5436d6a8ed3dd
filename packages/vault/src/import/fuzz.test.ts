/** Damaged files of every format are refused or read in part; none is ever thrown about, hung on or invented from. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from './read-import.ts'
import { assertSurvives } from './testing/assert-survives.ts'
import { everyFixture, mutationsPerOpening } from './testing/every-fixture.ts'
import { mutate, seededChance } from './testing/mutate.ts'

const MUTATIONS = 24

test('survives mutations of every fixture, with its password and without', async () => {
  for (const fixture of everyFixture()) {
    const chance = seededChance(fixture.bytes.length)
    const perOpening = mutationsPerOpening(fixture)
    for (let number = 0; number < MUTATIONS; number += 1) {
      const isOpened = number % perOpening === 0
      await assertSurvives(
        fixture,
        mutate(fixture.bytes, chance),
        isOpened ? fixture.expected.password : undefined,
      )
    }
  }
})

test('refuses what is nothing: no byte, one character a thousand times, nesting without end', async () => {
  const texts = ['', ' ', '0', '"', ...Array.from('[{"PK#%&:?=/\\\u0000', (letter) => letter.repeat(100_000))]
  for (const text of [...texts, `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '{"a":'.repeat(50_000)]) {
    const reading = await readImport(new TextEncoder().encode(text), 'a password')
    assert.equal(reading.state, 'refused', JSON.stringify(text.slice(0, 9)))
  }
})

test('is not held up by one endless line', async () => {
  const beginnings = [
    'otpauth://totp/',
    'otpauth://totp/a?secret=',
    'motp://',
    '"Group","Title"\n"',
    'steam://',
  ]
  const letters = [
    'a',
    ':',
    '+',
    '%',
    '&',
    '?',
    '/',
    '"',
    ' ',
    '=',
    '<',
    'codeDisplay=',
    '&2step_salt=',
    '&digits=',
  ]
  for (const beginning of beginnings)
    for (const letter of letters) {
      const text = `${beginning}${letter.repeat(Math.ceil(100_000 / letter.length))}`
      const start = performance.now()
      const reading = await readImport(new TextEncoder().encode(text), undefined)
      assert.notEqual(reading.state, 'password_needed')
      assert.ok(performance.now() - start < 5000, `${beginning}${letter} takes too long`)
    }
})
