/** 2FAuth's export gives exactly its accounts, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('2fauth')

test('reads every export to exactly its accounts, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('refuses an export whose data is no list', async () => {
  const [file] = fixtures
  assert.ok(file)
  const damaged = { state: 'refused', format: '2fauth', problem: 'file_damaged' }
  for (const data of ['', null, {}])
    assert.deepEqual(
      await readImport(
        alteredJson(file, (json) => ({ ...json, data })),
        undefined,
      ),
      damaged,
    )
})
