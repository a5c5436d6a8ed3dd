/** privacyIDEA's enrolments in two steps are never taken for an account. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const uri = `otpauth://totp/TOTP0001?secret=${secret}&issuer=privacyIDEA`

test('says what a code is, and brings in what stands beside it', async () => {
  for (const fixture of fixturesOf('privacyidea')) await assertReadsAsExpected(fixture)
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
