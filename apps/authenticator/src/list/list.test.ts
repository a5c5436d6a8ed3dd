/** What the list shows: search, order, tags, doubles, and the rows that are drawn. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from '@sallyport/vault'
import fc from 'fast-check'
import { arrange, tagsOf, twiceKept } from './arrange.ts'
import { groupCode } from './group-code.ts'
import { WHOLE_UP_TO, windowOf } from './window-of.ts'

function entry(id: string, patch: Partial<Entry> = {}): Entry {
  return {
    id,
    issuer: '',
    account: id,
    secret: `KEY${id}`,
    code: { kind: 'steam' },
    tags: [],
    letter: '',
    note: '',
    pinned: false,
    addedAt: 0,
    usedAt: undefined,
    uses: 0,
    removedAt: undefined,
    ...patch,
  }
}

const plain = { search: '', tag: undefined, order: 'by_hand' } as const
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id).join('')

test('the search finds words anywhere in names, notes and tags, whatever their case and accents', () => {
  const entries = [
    entry('a', { issuer: 'Café Crème', account: 'jo@example.com' }),
    entry('b', { issuer: 'GitHub', note: 'shared with Ana' }),
    entry('c', { issuer: 'Bank', tags: ['Work'] }),
  ]
  const found = (search: string) => ids(arrange(entries, { ...plain, search }))
  assert.equal(found('CAFE'), 'a')
  assert.equal(found('jo crème'), 'a')
  assert.equal(found('ana'), 'b')
  assert.equal(found('work'), 'c')
  assert.equal(found(' '), 'abc')
  assert.equal(found('nothing'), '')
})

test('pinned accounts come first, and each order holds among them and among the others', () => {
  const entries = [
    entry('d', { uses: 1 }),
    entry('c', { pinned: true }),
    entry('b', { uses: 5 }),
    entry('a', { uses: 5, usedAt: 9, pinned: true }),
  ]
  assert.equal(ids(arrange(entries, plain)), 'cadb')
  assert.equal(ids(arrange(entries, { ...plain, order: 'by_name' })), 'acbd')
  assert.equal(ids(arrange(entries, { ...plain, order: 'by_use' })), 'acbd')
})

test('what lies in the bin is neither shown nor counted', () => {
  const entries = [
    entry('a', { tags: ['x'], removedAt: 1 }),
    entry('b', { tags: ['y', 'a'], secret: 'KEYa' }),
  ]
  assert.equal(ids(arrange(entries, plain)), 'b')
  assert.deepEqual(tagsOf(entries), ['a', 'y'])
  assert.deepEqual([...twiceKept(entries)], [])
  assert.deepEqual(
    [...twiceKept([entry('a', { secret: 'K' }), entry('b', { secret: 'K' }), entry('c')])],
    ['a', 'b'],
  )
})

test('up to 200 accounts all rows are drawn, of more those in view, and the heights add up', () => {
  assert.deepEqual(windowOf(WHOLE_UP_TO, 80, 0, 800), { from: 0, to: 200, before: 0, after: 0 })
  fc.assert(
    fc.property(
      fc.integer({ min: 201, max: 20_000 }),
      fc.integer({ min: -2_000, max: 2_000_000 }),
      fc.integer({ min: 1, max: 4_000 }),
      (count, top, view) => {
        const { from, to, before, after } = windowOf(count, 80, top, view)
        assert.ok(from >= 0 && from < to && to <= count)
        assert.equal(before + (to - from) * 80 + after, count * 80)
        for (let row = 0; row < count; row += 97) {
          const inView = row * 80 < top + view && (row + 1) * 80 > top
          if (inView) assert.ok(row >= from && row < to)
        }
      },
    ),
  )
})

test('codes are read in groups', () => {
  const rows = [
    ['1234', '1234'],
    ['12345', '12345'],
    ['123456', '123 456'],
    ['1234567', '1234 567'],
    ['12345678', '1234 5678'],
    ['1234567890', '12345 67890'],
    ['FR8RV', 'FR8RV'],
  ] as const
  for (const [code, grouped] of rows) assert.equal(groupCode(code), grouped)
})
