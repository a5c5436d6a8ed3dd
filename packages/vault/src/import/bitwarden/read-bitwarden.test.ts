/** Bitwarden's exports in all their forms. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { alteredJson, assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('bitwarden')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)

function refusal(problem: string) {
  return { state: 'refused', format: 'bitwarden', problem }
}

test('reads every export to exactly its logins with codes', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password, tells a wrong one, and refuses what was altered', async () => {
  assert.equal(sealed.length, 2)
  for (const fixture of sealed) {
    await assertNeedsPassword(fixture)
    const { password } = fixture.expected
    const altered = alteredJson(fixture, (file) => ({
      ...file,
      data: String(file['data']).replace(/\|..../, '|AAAA'),
    }))
    assert.deepEqual(await readImport(altered, password), refusal('file_damaged'))
    const costly = alteredJson(fixture, (file) => ({ ...file, kdfIterations: 1e12 }))
    assert.deepEqual(await readImport(costly, password), refusal('derivation_too_costly'))
    for (const change of [{ kdfType: 7 }, { data: 'x' }, { data: null }, { kdfIterations: 0 }]) {
      const file = alteredJson(fixture, (whole) => ({ ...whole, ...change }))
      assert.deepEqual(await readImport(file, password), refusal('file_damaged'), JSON.stringify(change))
    }
  }
})

test('says that an export for one account opens there alone', async () => {
  const [fixture] = sealed
  assert.ok(fixture)
  const bound = alteredJson(fixture, (file) => ({ ...file, passwordProtected: false }))
  assert.deepEqual(await readImport(bound, 'x'), refusal('bound_to_account'))
})
