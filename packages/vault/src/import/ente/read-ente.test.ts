/** Ente's exports give exactly their accounts, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('ente')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)
const damaged = { state: 'refused', format: 'ente', problem: 'file_damaged' }

test('reads every export to exactly its accounts, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password and tells a wrong one', async () => {
  assert.equal(sealed.length, 3)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('opens nothing of which a byte was altered', async () => {
  const [fixture] = sealed.filter(({ name }) => name.endsWith('/encrypted.json'))
  assert.ok(fixture)
  for (const at of [0, 1, 500, -1]) {
    const altered = alteredJson(fixture, (json) => {
      const data = Buffer.from(String(json['encryptedData']), 'base64')
      const byte = at < 0 ? data.length + at : at
      data[byte] = (data[byte] ?? 0) ^ 1
      return { ...json, encryptedData: data.toString('base64') }
    })
    const wrong = { state: 'password_wrong', format: 'ente' }
    assert.deepEqual(await readImport(altered, fixture.expected.password), wrong)
  }
})

test('refuses a file whose parts are missing or too short', async () => {
  const [fixture] = sealed
  assert.ok(fixture)
  const parts = [
    { kdfParams: null },
    { kdfParams: { memLimit: 65_536, opsLimit: 2, salt: 'AAAA' } },
    { kdfParams: { memLimit: -1, opsLimit: 2, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' } },
    { kdfParams: { memLimit: 0, opsLimit: 2, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' } },
    { encryptionNonce: 'AAAA' },
    { encryptedData: 'AAAA' },
    { encryptedData: 7 },
  ]
  for (const part of parts) {
    const altered = alteredJson(fixture, (json) => ({ ...json, ...part }))
    assert.deepEqual(await readImport(altered, fixture.expected.password), damaged)
  }
})

test('runs no derivation beyond its bounds', async () => {
  const [fixture] = sealed
  assert.ok(fixture)
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA=='
  for (const [memLimit, opsLimit] of [
    [2 ** 31, 1],
    [2 ** 20, 2 ** 40],
  ]) {
    const costly = alteredJson(fixture, (json) => ({ ...json, kdfParams: { memLimit, opsLimit, salt } }))
    const refused = { state: 'refused', format: 'ente', problem: 'derivation_too_costly' }
    assert.deepEqual(await readImport(costly, 'x'), refused)
  }
})
