import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findTwins } from './find-twins.ts'
import { entryLike } from './sample-entry.ts'

test('accounts with one key are twins, whatever they are called, and the bin does not count', () => {
  const entries = [
    entryLike('a', { secret: 'K' }),
    entryLike('b', { secret: 'L' }),
    entryLike('c', { secret: 'K', issuer: 'Other' }),
    entryLike('d', { secret: 'L', removedAt: 1 }),
  ]
  assert.deepEqual([...findTwins(entries)], ['a', 'c'])
})
