/** A backup file brings accounts and choices back, and nothing that was true of the other device alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyContent, makeEntry } from '@sallyport/vault'
import { addedSinceBackup } from '../vault/backed-up.ts'
import { draft, ports } from '../vault/testing-pages.ts'
import { restored } from './restored.ts'

const NOW = 1_700_000_000_000
const content = {
  entries: [NOW - 5, NOW + 5].map((now) => makeEntry(draft('a'), { now, random: ports.random })),
  settings: { ...emptyContent.settings, clockOffsetMs: 90_000, hideCodes: true },
}

test('the clock of another device is not inherited, and what was chosen is', () => {
  const { settings, entries } = restored(content, NOW)
  assert.equal(settings.clockOffsetMs, 0)
  assert.equal(settings.hideCodes, true)
  assert.deepEqual(entries, content.entries)
})

test('nothing is due after a restore, even of accounts that a clock ahead has added', () => {
  assert.equal(addedSinceBackup(content), 2)
  assert.equal(addedSinceBackup(restored(content, NOW)), 0)
})
