import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelTops, linePath, niceTop, type Plot } from './chart-maths.ts'

const plot: Plot = { left: 0, right: 100, top: 0, bottom: 100, highest: 10 }

test('the axis ends at an even number that no value passes', () => {
  for (const highest of [0, 1, 2, 3, 7, 9, 10, 11, 99, 101, 241, 100_000, 123_456]) {
    const top = niceTop(highest)
    assert.ok(top >= highest, `${top} over ${highest}`)
    assert.equal(top % 2, 0)
    assert.ok(top <= Math.max(2, highest * 2.5), `${top} is far over ${highest}`)
  }
})

test('a line begins at the left edge and ends at the right one', () => {
  assert.equal(linePath([0, 5, 10], plot), 'M0 100L50 50L100 0')
  assert.equal(linePath([5], plot), 'M0 50')
  assert.equal(linePath([], plot), '')
})

test('names of lines that end close together stand apart, in the order of the lines', () => {
  assert.deepEqual(labelTops([0, 0], plot), [100, 84])
  assert.deepEqual(labelTops([2, 9], plot), [80, 10])
})
