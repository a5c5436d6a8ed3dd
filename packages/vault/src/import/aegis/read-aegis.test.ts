/** Aegis vaults, plain and encrypted: exactly their entries, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('aegis')

test('reads every vault to exactly its entries, by the password of any slot', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password and tells a wrong one', async () => {
  for (const fixture of fixtures.filter(({ expected }) => expected.password !== undefined))
    await assertNeedsPassword(fixture)
})

test('refuses a vault whose content was altered, and one without entries at all', async () => {
  const [sealed] = fixtures.filter(({ name }) => name.endsWith('/encrypted.json'))
  assert.ok(sealed)
  const altered = alteredJson(sealed, (vault) => ({ ...vault, db: `AAAA${String(vault['db']).slice(4)}` }))
  const damaged = { state: 'refused', format: 'aegis', problem: 'file_damaged' }
  assert.deepEqual(await readImport(altered, sealed.expected.password), damaged)
  for (const db of [null, {}, [], '', { entries: 'none' }])
    assert.deepEqual(
      await readImport(
        alteredJson(sealed, (vault) => ({ ...vault, db })),
        'x',
      ),
      damaged,
    )
})

test('says that a vault without a password opens only on its phone', async () => {
  const [sealed] = fixtures.filter(({ name }) => name.endsWith('/encrypted.json'))
  assert.ok(sealed)
  const slots = [{ type: 2, uuid: 'x' }]
  const bound = alteredJson(sealed, (vault) => ({ ...vault, header: { slots } }))
  const expected = { state: 'refused', format: 'aegis', problem: 'bound_to_account' }
  assert.deepEqual(await readImport(bound, undefined), expected)
})

test('runs no derivation beyond its bounds', async () => {
  const [sealed] = fixtures.filter(({ name }) => name.endsWith('/encrypted.json'))
  assert.ok(sealed)
  const slot = { type: 1, n: 2 ** 30, r: 8, p: 1, salt: '00'.repeat(32), key: '00'.repeat(32) }
  const costly = { state: 'refused', format: 'aegis', problem: 'derivation_too_costly' }
  for (const slots of [[slot], Array.from({ length: 1000 }, () => ({ ...slot, n: 2 }))]) {
    const file = alteredJson(sealed, (vault) => ({ ...vault, header: { slots } }))
    assert.deepEqual(await readImport(file, 'x'), costly)
  }
})
