/** The offset is that of the middle of the round trip, and a slow answer says nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offsetOf } from './offset-of.ts'

const DATE = 'Tue, 24 Nov 2026 12:00:00 GMT'
const THEN = Date.UTC(2026, 10, 24, 12)

test('a clock that is slow gets what it lacks, one that is fast loses it', () => {
  assert.equal(offsetOf(DATE, THEN - 47_000, THEN - 46_000), 47_000)
  assert.equal(offsetOf(DATE, THEN + 90_300, THEN + 90_700), -90_000)
  assert.equal(offsetOf(DATE, THEN + 400, THEN + 600), 0)
})

test('nothing is learnt from an answer that took over two seconds, came before it was asked for, or has no date', () => {
  assert.equal(offsetOf(DATE, THEN, THEN + 2_001), undefined)
  assert.equal(offsetOf(DATE, THEN, THEN - 1), undefined)
  assert.equal(offsetOf(null, THEN, THEN + 10), undefined)
  assert.equal(offsetOf('yesterday', THEN, THEN + 10), undefined)
})
