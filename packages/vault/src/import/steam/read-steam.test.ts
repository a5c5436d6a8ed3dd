/** Steam's files give exactly their accounts, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('steam')

test('reads every file of Steam to exactly its accounts, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('takes no other file for one of Steam', async () => {
  const [file] = fixtures
  assert.ok(file)
  const unknown = { state: 'refused', format: undefined, problem: 'format_unknown' }
  for (const accounts of [[], [{ account_name: 'gordon' }], 'none', null])
    assert.deepEqual(
      await readImport(
        alteredJson(file, () => ({ accounts })),
        undefined,
      ),
      unknown,
    )
})
