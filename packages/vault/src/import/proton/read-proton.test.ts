/** Proton Authenticator's exports give exactly their entries, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('proton')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)

test('reads every export to exactly its entries, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password and tells a wrong one', async () => {
  assert.equal(sealed.length, 1)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('refuses a file whose salt or content is none', async () => {
  const [fixture] = sealed
  assert.ok(fixture)
  for (const part of [
    { salt: '' },
    { salt: 'AAAA' },
    { content: 'AAAA' },
    { content: null },
    { content: '*' },
  ]) {
    const altered = alteredJson(fixture, (json) => ({ ...json, ...part }))
    const damaged = { state: 'refused', format: 'proton', problem: 'file_damaged' }
    assert.deepEqual(await readImport(altered, fixture.expected.password), damaged)
  }
})

test('opens nothing of which the content was altered', async () => {
  const [fixture] = sealed
  assert.ok(fixture)
  const altered = alteredJson(fixture, (json) => ({
    ...json,
    content: `AAAA${String(json['content']).slice(4)}`,
  }))
  const wrong = { state: 'password_wrong', format: 'proton' }
  assert.deepEqual(await readImport(altered, fixture.expected.password), wrong)
})
