/** What is exported comes back through the importers: the same accounts, with the same codes. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { codeOf } from '../entry/code-of.ts'
import type { CodeKind, Entry, EntryDraft } from '../entry/entry.ts'
import { makeEntry } from '../entry/make-entry.ts'
import { readImport } from '../import/read-import.ts'
import { exportAegis } from './export-aegis.ts'
import { exportGoogle } from './export-google.ts'
import { exportUriList } from './export-uri-list.ts'

const random = { bytes: (length: number): Uint8Array => Uint8Array.from(randomBytes(length)) }
const AT = 1_700_000_000

const KINDS: readonly CodeKind[] = [
  { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  { kind: 'totp', algorithm: 'SHA256', digits: 8, periodSeconds: 30 },
  { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 41n },
  { kind: 'totp', algorithm: 'SHA512', digits: 10, periodSeconds: 60 },
  { kind: 'steam' },
  { kind: 'yandex', pin: '5239' },
  { kind: 'motp', pin: '1234' },
]

const ENTRIES: readonly Entry[] = KINDS.map((code, index) =>
  makeEntry(
    {
      issuer: index === 1 ? '' : `Ünï & Söhne ${index}`,
      account: index === 4 ? '' : `ada+${index}#x@example.org`,
      secret: '6SB2IKNM6OBZPAVBVTOHDKS4FA',
      code,
      tags: index === 0 ? ['work', 'mail'] : [],
      letter: '',
      note: index === 0 ? 'spare' : '',
      pinned: index === 0,
    },
    { now: 0, random },
  ),
)

async function readBack(file: Uint8Array, format: string, password?: string): Promise<readonly EntryDraft[]> {
  const reading = await readImport(file, password)
  assert.equal(reading.state, 'read')
  assert.equal(reading.format, format)
  assert.ok(reading.state === 'read')
  assert.deepEqual(reading.failures, [])
  return reading.entries.map(({ draft }) => draft)
}

function identity({ issuer, account, secret, code }: EntryDraft) {
  return { issuer, account, secret, code: { ...code }, shown: codeOf({ secret, code }, AT) }
}

test('from a file of Aegis, plain or encrypted, with tags, note and pin', async () => {
  for (const password of [undefined, 'lamp']) {
    const { file } = await exportAegis(ENTRIES, password, { random })
    const drafts = await readBack(file, 'aegis', password)
    assert.deepEqual(drafts.map(identity), ENTRIES.map(identity))
    assert.deepEqual([drafts[0]?.tags, drafts[0]?.note, drafts[0]?.pinned], [['work', 'mail'], 'spare', true])
  }
})

test('from an encrypted file of Aegis only with its password', async () => {
  const { file } = await exportAegis(ENTRIES, 'lamp', { random })
  assert.equal((await readImport(file, undefined)).state, 'password_needed')
  assert.equal((await readImport(file, 'lamps')).state, 'password_wrong')
})

test('from a URI list', async () => {
  const drafts = await readBack(exportUriList(ENTRIES), 'otpauth')
  assert.deepEqual(drafts.map(identity), ENTRIES.map(identity))
})

test('from the texts of the codes for Google, in any order', async () => {
  const many = Array.from({ length: 23 }, (_, index) => {
    const entry = ENTRIES[index % 3]
    assert.ok(entry !== undefined)
    return { ...entry, account: `ada ${index}` }
  })
  const { pictures } = exportGoogle(many, random)
  assert.equal(pictures.length, 3)
  const file = new TextEncoder().encode(pictures.toReversed().join('\n'))
  const drafts = await readBack(file, 'google')
  const byAccount = (one: EntryDraft, other: EntryDraft): number => one.account.localeCompare(other.account)
  assert.deepEqual(drafts.toSorted(byAccount).map(identity), many.toSorted(byAccount).map(identity))
})
