/** KeePass files of both versions and the CSV of KeePassXC, made by the real program and from its description. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readImport } from '../read-import.ts'
import { assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'
import { gunzip } from './gunzip.ts'

const fixtures = fixturesOf('kdbx')

function refusal(problem: string) {
  return { state: 'refused', format: 'kdbx', problem }
}

test('reads every file to exactly its codes, whatever program kept them', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password and tells a wrong one', async () => {
  for (const fixture of fixtures) await assertNeedsPassword(fixture)
})

test('reads the CSV of KeePassXC', async () => {
  for (const fixture of fixturesOf('keepassxc-csv')) await assertReadsAsExpected(fixture)
})

test('refuses a file whose header or content was altered or cut', async () => {
  const [fixture] = fixtures.filter(({ name }) => name.includes('argon2d'))
  assert.ok(fixture)
  const { bytes, expected } = fixture
  for (const at of [20, 60, 400, bytes.length - 100]) {
    const altered = bytes.with(at, (bytes[at] ?? 0) ^ 1)
    assert.deepEqual(await readImport(altered, expected.password), refusal('file_damaged'), String(at))
  }
  for (const length of [8, 12, 100, 300, bytes.length - 40])
    assert.deepEqual(await readImport(bytes.subarray(0, length), expected.password), refusal('file_damaged'))
})

test('knows that another version or cipher is beyond it', async () => {
  const [fixture] = fixtures
  assert.ok(fixture)
  assert.deepEqual(await readImport(fixture.bytes.with(10, 9), 'x'), refusal('format_unknown'))
})

test('runs no derivation beyond its bounds', async () => {
  const [fixture] = fixtures.filter(({ name }) => name.includes('argon2id'))
  assert.ok(fixture)
  const text = Buffer.from(fixture.bytes).toString('latin1')
  // The memory: its name, eight as the length, and eight bytes, of which the fifth is worth 4 GiB.
  const at = text.indexOf('M\u0008\0\0\0') + 5
  assert.deepEqual(await readImport(fixture.bytes.with(at + 4, 1), 'x'), refusal('derivation_too_costly'))
})

test('unpacks no more than its bound', async () => {
  assert.deepEqual(await gunzip(new Uint8Array(gzipSync('text'))), new TextEncoder().encode('text'))
  assert.equal(await gunzip(new Uint8Array(gzipSync(Buffer.alloc(65 * 1024 * 1024)))), undefined)
  assert.equal(await gunzip(new Uint8Array(gzipSync('text')).subarray(0, 15)), undefined)
})
