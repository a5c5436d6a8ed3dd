import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeAt, placeBeside, placeNow } from './place-of.ts'
import { entryLike } from './sample-entry.ts'

const shown = [
  entryLike('p', { pinned: true }),
  entryLike('q', { pinned: true }),
  entryLike('a'),
  entryLike('b'),
  entryLike('c'),
]

test('up and down go one place within the pinned or within the others', () => {
  assert.deepEqual(placeBeside(shown, 'b', 'up'), { before: 'a' })
  assert.deepEqual(placeBeside(shown, 'a', 'down'), { before: 'c' })
  assert.deepEqual(placeBeside(shown, 'b', 'down'), { before: undefined })
  assert.deepEqual(placeBeside(shown, 'q', 'up'), { before: 'p' })
  assert.equal(placeBeside(shown, 'a', 'up'), undefined)
  assert.equal(placeBeside(shown, 'q', 'down'), undefined)
  assert.equal(placeBeside(shown, 'c', 'down'), undefined)
})

test('a drop goes before or after the one it falls on', () => {
  assert.deepEqual(placeAt(shown, 'c', 'a', 'upper'), { before: 'a' })
  assert.deepEqual(placeAt(shown, 'c', 'a', 'lower'), { before: 'b' })
  assert.deepEqual(placeAt(shown, 'a', 'c', 'lower'), { before: undefined })
})

test('a drop in its own place, or among those of the other group, moves nothing', () => {
  assert.equal(placeAt(shown, 'a', 'b', 'upper'), undefined)
  assert.equal(placeAt(shown, 'c', 'b', 'lower'), undefined)
  assert.equal(placeAt(shown, 'a', 'a', 'lower'), undefined)
  assert.equal(placeAt(shown, 'a', 'p', 'lower'), undefined)
})

test('where it stands now is what puts it back', () => {
  assert.deepEqual(placeNow(shown, 'a'), { before: 'b' })
  assert.deepEqual(placeNow(shown, 'c'), { before: undefined })
})
