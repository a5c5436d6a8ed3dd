/** FreeOTP in its three forms. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertNeedsPassword, assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const fixtures = [...fixturesOf('freeotp'), ...fixturesOf('freeotp-plus')]
const sealed = fixtures.filter(({ expected }) => expected.password !== undefined)
const damaged = { state: 'refused', format: 'freeotp', problem: 'file_damaged' }

test('reads every file to exactly its tokens', async () => {
  for (const fixture of fixtures) await assertReadsAsExpected(fixture)
})

test('asks for the password of a backup and tells a wrong one', async () => {
  assert.equal(sealed.length, 2)
  for (const fixture of sealed) await assertNeedsPassword(fixture)
})

test('refuses a backup that was cut short anywhere', async () => {
  const [fixture] = sealed
  assert.ok(fixture)
  for (let length = 4; length < fixture.bytes.length - 1; length += 97)
    assert.deepEqual(await readImport(fixture.bytes.subarray(0, length), undefined), damaged, String(length))
})

test('runs no derivation beyond its bounds', async () => {
  for (const { bytes } of sealed) {
    const text = Buffer.from(bytes).toString('latin1')
    // Of the same length, since the stream tells it.
    const costly = text.replace(/(?<="mIterations":)\d+/, (rounds) => '9e9'.padEnd(rounds.length))
    assert.notEqual(costly, text)
    const reading = await readImport(new Uint8Array(Buffer.from(costly, 'latin1')), 'x')
    assert.deepEqual(reading, { ...damaged, problem: 'derivation_too_costly' })
  }
})

test('refuses preferences that are no tree', async () => {
  const text = '<?xml version="1.0"?><map><string name="tokenOrder">[]</string>'
  assert.deepEqual(await readImport(new TextEncoder().encode(text), undefined), damaged)
})
