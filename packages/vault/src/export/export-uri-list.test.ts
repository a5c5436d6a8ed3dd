/** URI lists and sheets say all that makes the codes, and are read back without loss. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeBase32, encodeBase32, readOtpauthUri } from '@sallyport/otp'
import fc from 'fast-check'
import { codeOf } from '../entry/code-of.ts'
import { draftOfUri } from '../entry/draft-of-uri.ts'
import type { CodeKind, Entry, EntryDraft } from '../entry/entry.ts'
import { makeEntry } from '../entry/make-entry.ts'
import { exportSheet } from './export-sheet.ts'
import { exportUriList } from './export-uri-list.ts'

const random = { bytes: (length: number): Uint8Array => new Uint8Array(length) }

const algorithm = fc.constantFrom('SHA1' as const, 'SHA224' as const, 'SHA256' as const, 'SHA512' as const)
const digits = fc.integer({ min: 4, max: 10 })
const code: fc.Arbitrary<CodeKind> = fc.oneof(
  fc.record({
    kind: fc.constant('totp' as const),
    algorithm,
    digits,
    periodSeconds: fc.integer({ min: 1, max: 86_400 }),
  }),
  fc.record({
    kind: fc.constant('hotp' as const),
    algorithm,
    digits,
    counter: fc.bigInt({ min: 0n, max: (1n << 63n) - 2n }),
  }),
  fc.constant({ kind: 'steam' as const }),
  fc.record({ kind: fc.constant('yandex' as const), pin: fc.stringMatching(/^[0-9]{4,16}$/) }),
  fc.record({ kind: fc.constant('motp' as const), pin: fc.stringMatching(/^[0-9]{4}$/) }),
)
/** Names as people have them: nothing that cannot be seen at either end. */
const name = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.trim().replaceAll(/\p{C}/gu, ''))
const entry: fc.Arbitrary<Entry> = fc
  .record({
    issuer: name,
    account: name,
    secret: fc.uint8Array({ minLength: 16, maxLength: 64 }).map(encodeBase32),
    code,
  })
  .map((parts) =>
    makeEntry({ ...parts, tags: ['home'], letter: '', note: 'n', pinned: false }, { now: 0, random }),
  )

function drafts(
  lines: readonly string[],
): readonly Pick<EntryDraft, 'issuer' | 'account' | 'secret' | 'code'>[] {
  return lines.map((line) => {
    const read = readOtpauthUri(line)
    assert.ok(read.ok, line)
    const made = draftOfUri(read.uri)
    assert.ok('draft' in made, line)
    const { issuer, account, secret, code } = made.draft
    return { issuer, account, secret, code }
  })
}

function linesOf(entries: readonly Entry[]): readonly string[] {
  const text = new TextDecoder().decode(exportUriList(entries))
  assert.ok(text === '' || text.endsWith('\n'))
  return text.split('\n').slice(0, -1)
}

test('a list is read back with the same names, keys and codes, one line for each', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      assert.deepEqual(
        drafts(linesOf(entries)),
        entries.map(({ issuer, account, secret, code }) => ({ issuer, account, secret, code: { ...code } })),
      )
      assert.deepEqual(
        drafts(linesOf(entries)).map((one) => codeOf(one, 1_700_000_000)),
        entries.map((one) => codeOf(one, 1_700_000_000)),
      )
    }),
  )
})

test('a name with a line break stays in its line, and the bin is left out', () => {
  const [one] = fc.sample(entry, { numRuns: 1, seed: 7 })
  assert.ok(one !== undefined)
  const lines = linesOf([
    { ...one, account: 'ada\nlovelace' },
    { ...one, removedAt: 5 },
  ])
  assert.equal(lines.length, 1)
  assert.deepEqual(linesOf([]), [])
})

test('a sheet has the key in groups of four and a text for the QR code that says the same', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3 }), (entries) => {
      const rows = exportSheet(entries)
      assert.deepEqual(
        rows.map(({ uri }) => uri),
        linesOf(entries),
      )
      for (const [index, row] of rows.entries()) {
        assert.match(row.key, /^([A-Z2-7]{4} )*[A-Z2-7]{1,4}$/)
        assert.deepEqual(decodeBase32(row.key), decodeBase32(entries[index]?.secret ?? ''))
      }
    }),
  )
})

test('a name too long for a QR code leaves the key to be typed; the bin is not printed', () => {
  const [one] = fc.sample(entry, { numRuns: 1, seed: 8 })
  assert.ok(one !== undefined)
  const [row, ...others] = exportSheet([
    { ...one, account: 'x'.repeat(3000) },
    { ...one, removedAt: 5 },
  ])
  assert.equal(row?.uri, undefined)
  assert.ok((row?.key.length ?? 0) > 0)
  assert.deepEqual(others, [])
})
