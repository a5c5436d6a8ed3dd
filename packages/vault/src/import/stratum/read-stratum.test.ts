/** Stratum's backups give exactly their entries, encrypted in either way or not, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('stratum')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)
const damaged = { state: 'refused', format: 'stratum', problem: 'file_damaged' }

test('reads every backup to exactly its entries, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password of both ways and tells a wrong one', async () => {
  assert.equal(sealed.length, 2)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('refuses a backup that ends in its head, and an old one that ends within a block', async () => {
  for (const { bytes, expected } of sealed)
    assert.deepEqual(await readImport(bytes.subarray(0, 44), expected.password), damaged)
  const [old] = sealed.filter(({ name }) => name.endsWith('.authpro'))
  assert.ok(old)
  assert.deepEqual(await readImport(old.bytes.subarray(0, -7), old.expected.password), damaged)
})

test('tells a wrong password of the old way although the padding fits by chance', async () => {
  const [old] = sealed.filter(({ name }) => name.endsWith('.authpro'))
  assert.ok(old)
  const wrong = { state: 'password_wrong', format: 'stratum' }
  for (const password of ['wrong 35', 'wrong 66'])
    assert.deepEqual(await readImport(old.bytes, password), wrong)
})

test('refuses a backup without a list of authenticators', async () => {
  const [plain] = fixtures.filter(({ name }) => name.endsWith('/plain.stratum'))
  assert.ok(plain)
  for (const Authenticators of [null, {}, 'none'])
    assert.deepEqual(
      await readImport(
        alteredJson(plain, () => ({ Authenticators })),
        undefined,
      ),
      damaged,
    )
})
