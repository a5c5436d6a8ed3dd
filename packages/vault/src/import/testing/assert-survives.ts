/** What has to hold of a reading whatever the file was. */
import assert from 'node:assert/strict'
import { checkDraft } from '../../entry/check-draft.ts'
import { codeOf } from '../../entry/code-of.ts'
import type { ImportReading } from '../import-reading.ts'
import { readImport } from '../read-import.ts'
import type { Fixture } from './fixture.ts'

/** Sealed without a proof of the content: another byte may open to another secret. */
const UNPROVED = /^(?:authenticator-extension|stratum)\//
const PROVED = /strong/
const STATES: ReadonlySet<string> = new Set(['read', 'password_needed', 'password_wrong', 'refused'])

/**
 * Reads a mutated fixture: no throw; only entries of which codes can be made; and out of a sealed file no secret that was
 * not in it.
 */
export async function assertSurvives(
  fixture: Fixture,
  bytes: Uint8Array,
  password: string | undefined,
): Promise<ImportReading> {
  const reading = await readImport(bytes, password)
  assert.ok(STATES.has(reading.state), fixture.name)
  if (reading.state !== 'read') return reading
  const secrets = new Set(fixture.expected.entries.map((entry) => String(entry['secret'])))
  const isProved = PROVED.test(fixture.name) || !UNPROVED.test(fixture.name)
  for (const { draft, needsPin } of reading.entries) {
    assert.match(draft.secret, /^[A-Z2-7]+$/)
    const problem = checkDraft(draft)
    if (needsPin) assert.equal(problem, 'pin_missing')
    else {
      assert.equal(problem, undefined)
      assert.notEqual(codeOf(draft, 1_700_000_000), '')
    }
    if (fixture.expected.password !== undefined && isProved)
      assert.ok(secrets.has(draft.secret), `${fixture.name} gave a secret that it never held`)
  }
  for (const { position } of reading.failures) assert.ok(Number.isSafeInteger(position) && position >= 1)
  return reading
}
