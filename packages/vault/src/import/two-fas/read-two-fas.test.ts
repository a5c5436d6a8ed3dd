/** 2FAS backups of every schema, plain and encrypted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('2fas')
const damaged = { state: 'refused', format: '2fas', problem: 'file_damaged' }

test('reads every backup to exactly its services', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password, tells a wrong one, and refuses what is damaged', async () => {
  const [sealed] = fixtures.filter(({ expected }) => expected.password !== undefined)
  assert.ok(sealed)
  await assertNeedsPassword(sealed)
  for (const servicesEncrypted of ['%%%', 'AAAA', 'AAAA:AAAA', 'AAAA:AAAA:AAAA:AAAA']) {
    const file = alteredJson(sealed, (backup) => ({ ...backup, servicesEncrypted }))
    assert.deepEqual(await readImport(file, 'x'), damaged)
  }
  const none = alteredJson(sealed, (backup) => ({ ...backup, services: null, servicesEncrypted: null }))
  assert.deepEqual(await readImport(none, undefined), damaged)
})
