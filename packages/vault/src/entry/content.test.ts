/** Content is written and read without loss, and what is no content is not read at all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyContent, readContent, writeContent } from './content.ts'
import type { CodeKind, Entry, VaultContent } from './entry.ts'

const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
const code: fc.Arbitrary<CodeKind> = fc.oneof(
  fc.record({
    kind: fc.constant('totp' as const),
    algorithm: fc.constantFrom('SHA1' as const, 'SHA256' as const, 'MD5' as const),
    digits: fc.integer({ min: 4, max: 10 }),
    periodSeconds: fc.integer({ min: 1, max: 86_400 }),
  }),
  fc.record({
    kind: fc.constant('hotp' as const),
    algorithm: fc.constant('SHA512' as const),
    digits: fc.constant(6),
    counter: fc.bigInt({ min: 0n, max: (1n << 63n) - 2n }),
  }),
  fc.constant({ kind: 'steam' as const }),
  fc.constant({ kind: 'yandex' as const, pin: '5239' }),
  fc.constant({ kind: 'motp' as const, pin: 'a b' }),
)
const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom(...'0123456789abcdef') }),
  issuer: fc.string({ unit: 'grapheme' }),
  account: fc.string({ unit: 'grapheme' }),
  secret: fc.constant('6SB2IKNM6OBZPAVBVTOHDKS4FA'),
  code,
  tags: fc.array(fc.string()),
  letter: fc.string({ maxLength: 1 }),
  note: fc.string(),
  pinned: fc.boolean(),
  addedAt: instant,
  usedAt: fc.option(instant, { nil: undefined }),
  uses: fc.nat(),
  removedAt: fc.option(instant, { nil: undefined }),
})

function withoutUndefined(content: VaultContent): unknown {
  return JSON.parse(new TextDecoder().decode(writeContent(content)))
}

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const content: VaultContent = { ...emptyContent, entries }
      const back = readContent(writeContent(content))
      assert.ok(back !== undefined)
      assert.deepEqual(withoutUndefined(back), withoutUndefined(content))
      assert.deepEqual(
        back.entries.map((one) => ({ ...one.code })),
        entries.map((one) => ({ ...one.code })),
      )
    }),
  )
})

test('what is no content, or of a later version, is not read', () => {
  for (const text of [
    '',
    'null',
    '[]',
    '{}',
    '{"version":2,"entries":[],"settings":{}}',
    '{"version":1,"entries":[]}',
  ])
    assert.equal(readContent(new TextEncoder().encode(text)), undefined, text)
  assert.equal(readContent(Uint8Array.of(0xff, 0xfe)), undefined)
})

test('an entry of which no code can be made is not read', () => {
  const text = new TextDecoder().decode(
    writeContent({ ...emptyContent, entries: fc.sample(entry, { numRuns: 1, seed: 1 }) }),
  )
  const broken = text.replace('6SB2IKNM6OBZPAVBVTOHDKS4FA', '!')
  assert.notEqual(broken, text)
  assert.equal(readContent(new TextEncoder().encode(broken)), undefined)
})
