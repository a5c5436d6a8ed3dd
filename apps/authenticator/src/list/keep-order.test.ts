import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from '@sallyport/vault'
import { keepOrder, orderEntries } from './keep-order.ts'
import { entryLike } from './sample-entry.ts'

function ids(entries: readonly Entry[]): string {
  return entries.map((entry) => entry.id).join(' ')
}

test('by hand is the order of the vault, pinned ones first, without the bin', () => {
  const entries = [
    entryLike('a'),
    entryLike('b', { removedAt: 5 }),
    entryLike('c', { pinned: true }),
    entryLike('d'),
    entryLike('e', { pinned: true }),
  ]
  assert.equal(ids(orderEntries(entries, 'by_hand')), 'c e a d')
})

test('by use counts uses, then asks which was used last, then keeps the order by hand', () => {
  const entries = [
    entryLike('never'),
    entryLike('early', { uses: 3, usedAt: 10 }),
    entryLike('late', { uses: 3, usedAt: 20 }),
    entryLike('most', { uses: 9, usedAt: 1 }),
    entryLike('never-too'),
  ]
  assert.equal(ids(orderEntries(entries, 'by_use')), 'most late early never never-too')
})

test('by name reads the issuer, then the account, numbers as numbers and cases alike', () => {
  const entries = [
    entryLike('4', { issuer: 'bank', account: 'user 10' }),
    entryLike('3', { issuer: 'Bank', account: 'user 9' }),
    entryLike('2', { issuer: '', account: 'Ärzte' }),
    entryLike('1', { issuer: 'ACME', account: '' }),
  ]
  assert.equal(ids(orderEntries(entries, 'by_name')), '1 2 3 4')
})

test('a use moves nothing until the list is opened again, and shows the entry as it is now', () => {
  const entries = [entryLike('a', { uses: 2 }), entryLike('b', { uses: 1 })]
  const before = keepOrder(undefined, entries, 'by_use')
  const used = entries.map((entry) => (entry.id === 'b' ? { ...entry, uses: 7, usedAt: 50 } : entry))
  const after = keepOrder(before, used, 'by_use')
  assert.equal(ids(after.entries), 'a b')
  assert.equal(after.entries[1]?.uses, 7)
  assert.equal(ids(keepOrder(undefined, used, 'by_use').entries), 'b a')
})

test('orders anew when one came, went, moved, was pinned or renamed, or the order was changed', () => {
  const [a, b] = [entryLike('a', { issuer: 'A' }), entryLike('b', { issuer: 'B' })]
  const before = keepOrder(undefined, [a, b], 'by_hand')
  assert.equal(keepOrder(before, [a, b].slice(), 'by_hand').entries.length, 2)
  assert.equal(ids(keepOrder(before, [b, a], 'by_hand').entries), 'b a')
  assert.equal(ids(keepOrder(before, [a, { ...b, pinned: true }], 'by_hand').entries), 'b a')
  assert.equal(ids(keepOrder(before, [{ ...a, removedAt: 1 }, b], 'by_hand').entries), 'b')
  assert.equal(ids(keepOrder(before, [a, b, entryLike('c')], 'by_hand').entries), 'a b c')
  const named = keepOrder(before, [a, b], 'by_name')
  assert.equal(ids(keepOrder(named, [{ ...a, issuer: 'Z' }, b], 'by_name').entries), 'b a')
})

test('nothing changed gives back the very same, so that nothing is drawn', () => {
  const entries = [entryLike('a')]
  const before = keepOrder(undefined, entries, 'by_hand')
  assert.equal(keepOrder(before, entries, 'by_hand'), before)
})
