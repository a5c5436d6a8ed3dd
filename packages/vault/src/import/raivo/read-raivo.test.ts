/** Raivo's export gives exactly its accounts, packed or not, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('raivo')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)

test('reads every export to exactly its accounts, and says what is wrong with the others', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password of the archive and tells a wrong one', async () => {
  assert.equal(sealed.length, 1)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('refuses an archive that was altered or ends in the middle', async () => {
  const damaged = { state: 'refused', format: 'raivo', problem: 'file_damaged' }
  for (const { bytes, expected } of sealed) {
    const altered = Uint8Array.from(bytes)
    const middle = Math.floor(bytes.length / 2)
    altered[middle] = (altered[middle] ?? 0) ^ 1
    assert.deepEqual(await readImport(altered, expected.password), damaged)
    assert.deepEqual(await readImport(bytes.subarray(0, -40), expected.password), damaged)
  }
})
