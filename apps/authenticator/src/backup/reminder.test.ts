import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reminderOf } from './reminder.ts'

function reminded(added: number, backedUpAt?: number, putOffAt?: number) {
  return reminderOf(added, backedUpAt, putOffAt)
}

test('reminds after the first account, and not before', () => {
  assert.equal(reminded(0), undefined)
  assert.equal(reminded(1), 'first')
  assert.equal(reminded(40, undefined), 'first')
})

test('once there is a backup file, reminds after every fifth account that came since', () => {
  assert.deepEqual(
    [0, 1, 4, 5, 6, 12].map((added) => reminded(added, 1_000)),
    [undefined, undefined, undefined, 'more', 'more', 'more'],
  )
})

test('put off, it waits for the next fifth', () => {
  assert.equal(reminded(1, undefined, 1), undefined)
  assert.equal(reminded(4, undefined, 1), undefined)
  assert.equal(reminded(5, undefined, 1), 'first')
  assert.equal(reminded(9, 1_000, 7), undefined)
  assert.equal(reminded(10, 1_000, 7), 'more')
})

test('what was put off before the last backup file counts no more', () => {
  assert.equal(reminded(5, 1_000, 12), 'more')
})
