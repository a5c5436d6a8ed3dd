/** Google's export: batches in any order, and never a success without accounts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const damaged = { state: 'refused', format: 'google', problem: 'file_damaged' }

test('reads every picture to exactly its accounts', async () => {
  for (const fixture of fixturesOf('google')) await assertReadsAsExpected(fixture)
})

test('refuses rubbish, a picture without accounts, and one that was cut short anywhere', async () => {
  const empty = Buffer.from([0x10, 1, 0x18, 1]).toString('base64')
  for (const data of ['', 'rubbish', '%%%', empty]) assert.deepEqual(await read(data), damaged, data)
  // Cut where nothing but a number of the end is lost, the rest is still a whole message.
  const whole = Buffer.from([0x0a, 7, 0x0a, 5, 72, 101, 108, 108, 111])
  for (let length = 0; length < whole.length; length += 1)
    assert.deepEqual(await read(whole.subarray(0, length).toString('base64')), damaged)
})

test('keeps the accounts of a whole picture beside one that cannot be read', async () => {
  const whole = Buffer.from([0x0a, 7, 0x0a, 5, 72, 101, 108, 108, 111]).toString('base64')
  const reading = await read(`${whole}\notpauth-migration://offline?data=AA`)
  assert.equal(reading.state, 'read')
  assert.equal(reading.state === 'read' && reading.entries.length, 1)
  assert.deepEqual(reading.state === 'read' && reading.failures, [
    { position: 2, label: '', problem: 'malformed' },
  ])
})

function read(data: string) {
  return readImport(new TextEncoder().encode(`otpauth-migration://offline?data=${data}`), undefined)
}
