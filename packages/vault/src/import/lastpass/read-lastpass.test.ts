/** Exports of LastPass Authenticator give exactly their accounts, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('lastpass')

test('reads every export to exactly its accounts, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('refuses an export that ends in the middle', async () => {
  const [file] = fixtures
  assert.ok(file)
  const unknown = { state: 'refused', format: undefined, problem: 'format_unknown' }
  assert.deepEqual(await readImport(file.bytes.subarray(0, 700), undefined), unknown)
  assert.deepEqual(
    await readImport(
      alteredJson(file, (json) => ({ ...json, accounts: [] })),
      undefined,
    ),
    unknown,
  )
})
