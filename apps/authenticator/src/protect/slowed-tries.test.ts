/** Waits grow, and end at five minutes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitAfter } from './slowed-tries.ts'

test('three wrong tries are free, then each wait is twice the one before, at most five minutes', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 9, 60].map(waitAfter), [0, 0, 0, 5, 10, 20, 300, 300])
})
