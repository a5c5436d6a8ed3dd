/** andOTP's backups, which carry no mark when they are encrypted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = fixturesOf('andotp')
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)

test('reads every backup to exactly its entries', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password and tells a wrong one, and cannot tell an altered file from it', async () => {
  assert.equal(sealed.length, 2)
  for (const fixture of sealed) {
    await assertNeedsPassword(fixture)
    const altered = fixture.bytes.with(-1, (fixture.bytes.at(-1) ?? 0) ^ 1)
    const reading = await readImport(altered, fixture.expected.password)
    assert.deepEqual(reading, { state: 'password_wrong', format: 'andotp' })
  }
})

test('asks for no password of a picture, or of text with a byte that was damaged', async () => {
  const picture = new Uint8Array(64).fill(0xff)
  picture.set([0x89, 0x50, 0x4e, 0x47])
  const text = new TextEncoder().encode('otpauth://totp/Bank:ann?secret=JBSWY3DPEHPK3PXP').with(20, 0xff)
  for (const bytes of [picture, text]) {
    const reading = await readImport(bytes, undefined)
    assert.deepEqual(reading, { state: 'refused', format: undefined, problem: 'format_unknown' })
  }
})
