import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { WHOLE_UP_TO, windowOf } from './window-of.ts'

test('up to 200 accounts all rows are in the document', () => {
  assert.equal(WHOLE_UP_TO, 200)
  assert.deepEqual(windowOf(200, 80, 0, 800), { from: 0, to: 200, before: 0, after: 0 })
})

test('of more, every row in view is drawn, few others are, and the heights add up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 201, max: 20_000 }),
      fc.integer({ min: 60, max: 300 }),
      fc.integer({ min: -2_000, max: 2_000_000 }),
      fc.integer({ min: 1, max: 4_000 }),
      (count, height, top, view) => {
        const { from, to, before, after } = windowOf(count, height, top, view)
        assert.ok(from >= 0 && from < to && to <= count)
        assert.ok(to - from <= Math.ceil(view / height) + 26)
        assert.equal(before + (to - from) * height + after, count * height)
        for (let row = 0; row < count; row += 97) {
          const inView = row * height < top + view && (row + 1) * height > top
          if (inView) assert.ok(row >= from && row < to)
        }
      },
    ),
  )
})
