/** Backups of the browser extension give exactly their entries, however they are encrypted, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('authenticator-extension')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)
const NAME = 'authenticator-extension'

test('reads every backup to exactly its entries in their order, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password of every way and tells a wrong one', async () => {
  assert.equal(sealed.length, 3)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('reports one entry that does not open and brings in the others', async () => {
  for (const fixture of sealed) {
    const altered = alteredJson(fixture, (json) => {
      const [name, entry] = Object.entries(json)[0] ?? ['', {}]
      return { ...json, [name]: { ...(entry as object), data: 'AAAA', secret: 'AAAA' } }
    })
    const reading = await readImport(altered, fixture.expected.password)
    assert.equal(reading.state, 'read')
    assert.equal(reading.entries.length, fixture.expected.entries.length - 1)
    assert.deepEqual(
      reading.failures.map(({ problem }) => problem),
      ['malformed'],
    )
  }
})

test('derives no more keys than there may be', async () => {
  const [fixture] = sealed.filter(({ name }) => name.endsWith('-3.json'))
  assert.ok(fixture)
  const keys = Array.from({ length: 9 }, (_, id) => [`k${id}`, { dataType: 'Key', id, salt: 'long enough' }])
  const many = alteredJson(fixture, (json) => ({ ...json, ...Object.fromEntries(keys) }))
  const refused = { state: 'refused', format: NAME, problem: 'derivation_too_costly' }
  assert.deepEqual(await readImport(many, 'x'), refused)
})
