import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { equalMask } from './equal-mask.ts'

test('has all bits set for equal numbers and none for others, at the ends of the range too', () => {
  const ends = [0, 1, -1, 0x7fffffff, -0x80000000]
  for (const one of ends)
    for (const other of ends) assert.equal(equalMask(one, other), one === other ? -1 : 0)
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (one, other) => {
      assert.equal(equalMask(one, other), one === other ? -1 : 0)
      assert.equal(equalMask(one, one), -1)
    }),
  )
})
