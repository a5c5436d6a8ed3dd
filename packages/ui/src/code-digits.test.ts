/** Holds that a code can be typed, pasted and mended while it is shown in groups. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { digitsOf, editCode, groupDigits } from './code-digits.ts'

test('takes the digits alone, from whatever was pasted', () => {
  assert.equal(digitsOf('318 204', 6), '318204')
  assert.equal(digitsOf(' 318-204\n', 6), '318204')
  assert.equal(digitsOf('３１８２０４', 6), '318204')
  assert.equal(digitsOf('3182049', 6), '318204')
})

test('shows a code in two groups, and no space before the second has begun', () => {
  assert.equal(groupDigits('318', 6), '318')
  assert.equal(groupDigits('3182', 6), '318 2')
  assert.equal(groupDigits('49210377', 8), '4921 0377')
})

test('keeps the caret where the person types', () => {
  assert.deepEqual(editCode('3182', 4, '318', 6), { digits: '3182', caret: 5 })
  assert.deepEqual(editCode('9318 20', 1, '31820', 6), { digits: '931820', caret: 1 })
  assert.deepEqual(editCode('318 9204', 5, '31820', 6), { digits: '318920', caret: 5 })
})

test('deletes the digit before the space when the space is deleted', () => {
  assert.deepEqual(editCode('318204', 3, '318204', 6), { digits: '31204', caret: 2 })
})

test('gives back every code that it groups, with the caret inside the text', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{0,8}$/),
      fc.constantFrom(6, 8),
      fc.nat(12),
      (typed, length, caret) => {
        const digits = digitsOf(typed, length)
        assert.equal(digitsOf(groupDigits(digits, length), length), digits)
        const edit = editCode(typed, Math.min(caret, typed.length), '', length)
        assert.ok(edit.caret >= 0 && edit.caret <= groupDigits(edit.digits, length).length)
      },
    ),
  )
})
