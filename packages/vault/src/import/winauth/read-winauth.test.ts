/** WinAuth's list gives exactly its accounts, packed in any way or not, or why not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'
import { isWinAuthText } from './winauth-text.ts'

const fixtures = fixturesOf('winauth')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)

test('reads every list to exactly its accounts, with the spaces of their names and the next counter', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password of an archive of either way and tells a wrong one', async () => {
  assert.equal(sealed.length, 2)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('tells every wrong password of the old way, also those that its own check lets through', async () => {
  const [classic] = fixtures.filter(({ name }) => name.endsWith('/classic.zip'))
  assert.ok(classic)
  for (let number = 0; number < 600; number += 1) {
    const reading = await readImport(classic.bytes, `wrong ${number}`)
    assert.deepEqual(reading, { state: 'password_wrong', format: 'winauth' })
  }
})

test('leaves the pluses of other lists alone', () => {
  const names = [
    'otpauth://totp/a+b@c.org?secret=AAAA&digits=6',
    'otpauth://totp/Shop:a%2Bb?secret=AAAA&issuer=Shop',
  ]
  for (const uri of names) assert.equal(isWinAuthText(uri), false)
  assert.equal(isWinAuthText('otpauth://totp/a+b?secret=AAAA&digits=6'), true)
})

test('takes no archive with some other text for an export', async () => {
  const [plain] = fixtures.filter(({ name }) => name.endsWith('/plain.zip'))
  assert.ok(plain)
  const other = new TextEncoder().encode('PK\x03\x04 and no archive at all')
  const unknown = { state: 'refused', format: undefined, problem: 'format_unknown' }
  assert.deepEqual(await readImport(other, undefined), unknown)
  const damaged = { state: 'refused', format: 'winauth', problem: 'file_damaged' }
  assert.deepEqual(await readImport(plain.bytes.subarray(0, -30), undefined), damaged)
})
