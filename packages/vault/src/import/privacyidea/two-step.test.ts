/** Enrolments in two steps: never taken for an account, and finished with the key that the server computes as well. */
import assert from 'node:assert/strict'
import { createHash, pbkdf2Sync } from 'node:crypto'
import { test } from 'node:test'
import { decodeBase32 } from '@sallyport/otp'
import { readImport } from '../read-import.ts'
import { assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'
import { makeTwoStepKey, readTwoStep } from './two-step.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const uri = `otpauth://totp/TOTP0001?secret=${secret}&issuer=privacyIDEA`
const random = { bytes: (length: number) => Uint8Array.from({ length }, (_, index) => 200 + index) }

function read(parameters: string) {
  const reading = readTwoStep(`${uri}&${parameters}`)
  assert.ok(reading?.ok)
  return reading.twoStep
}

test('says what a code is, and brings in what stands beside it', async () => {
  for (const fixture of fixturesOf('privacyidea')) await assertReadsAsExpected(fixture)
})

test('makes the key that the server makes of its own part and what people type', async () => {
  const twoStep = read('2step_salt=12&2step_difficulty=3000&2step_output=32')
  const { draft, shown } = await makeTwoStepKey(twoStep, random)
  const typed = decodeBase32(shown)
  assert.ok(typed.ok)
  const [checksum, salt] = [typed.bytes.subarray(0, 4), typed.bytes.subarray(4)]
  assert.equal(salt.length, 12)
  assert.deepEqual(Buffer.from(checksum), createHash('sha1').update(salt).digest().subarray(0, 4))
  const server = Buffer.from('12345678901234567890').toString('hex')
  const key = decodeBase32(draft.secret)
  assert.ok(key.ok)
  assert.deepEqual(Buffer.from(key.bytes), pbkdf2Sync(server, salt, 3000, 32, 'sha1'))
  assert.deepEqual({ ...draft, secret }, twoStep.draft)
})

test('takes what is usual where the code does not say', () => {
  assert.deepEqual(
    { ...read('2step_salt=8'), draft: undefined },
    {
      draft: undefined,
      saltBytes: 8,
      rounds: 10_000,
      keyBytes: 20,
    },
  )
  assert.equal(read('2step_output=48').keyBytes, 48)
  assert.equal(read('algorithm=SHA512&2step_difficulty=5').keyBytes, 64)
})

test('refuses numbers that are none or out of reason, and takes no ordinary code', () => {
  const malformed = { ok: false, problem: 'malformed' }
  for (const bad of [
    '2step_salt=0',
    '2step_salt=65',
    '2step_salt=x',
    '2step_output=1e3',
    '2step_difficulty=0',
  ])
    assert.deepEqual(readTwoStep(`${uri}&${bad}`), malformed)
  assert.deepEqual(readTwoStep('otpauth://totp/x?secret=&2step_salt=10'), malformed)
  assert.deepEqual(readTwoStep(`${uri}&2step_difficulty=10000001`), {
    ok: false,
    problem: 'derivation_too_costly',
  })
  assert.equal(readTwoStep(uri), undefined)
  assert.equal(readTwoStep('https://example.org/?2step_salt=10'), undefined)
})

test('takes no enrolment for an account wherever it stands', async () => {
  const step = `${uri}&2step_salt=10`
  const page = `<html><code>${step.replaceAll('&', '&amp;')}</code></html>`
  const json = JSON.stringify({ version: 1, entries: [{ content: { uri: step } }] })
  for (const text of [step, page, json]) {
    const reading = await readImport(new TextEncoder().encode(text), undefined)
    assert.equal(reading.state, 'read')
    assert.deepEqual(reading.entries, [])
    const label = 'privacyIDEA, TOTP0001'
    assert.deepEqual(reading.failures, [{ position: 1, label, problem: 'kind_unknown' }])
  }
})
