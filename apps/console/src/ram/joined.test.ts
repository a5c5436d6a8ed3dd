import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joined } from './joined.ts'

test('events that came by both ways stand once, newest first', () => {
  const seqs = joined([{ seq: 9 }, { seq: 8 }], [{ seq: 8 }, { seq: 3 }]).map(({ seq }) => seq)
  assert.deepEqual(seqs, [9, 8, 3])
  assert.deepEqual(joined([], []), [])
})
