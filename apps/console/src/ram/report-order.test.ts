import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pressed, readOrder } from './report-order.ts'

test('an address without a known order means names from A', () => {
  for (const written of ['', '-', 'nothing', '-nothing', 'Name', '--name'])
    assert.deepEqual(readOrder(written), { sort: 'name', order: 'asc' }, written)
})

test('an order is read as it was written', () => {
  assert.deepEqual(readOrder('-name'), { sort: 'name', order: 'desc' })
  assert.deepEqual(readOrder('lastSignInAt'), { sort: 'lastSignInAt', order: 'asc' })
})

test('a head pressed first puts the latest moment on top, pressed again turns round', () => {
  const first = pressed(readOrder(''), 'boundAt')
  assert.deepEqual(readOrder(first), { sort: 'boundAt', order: 'desc' })
  const again = pressed(readOrder(first), 'boundAt')
  assert.deepEqual(readOrder(again), { sort: 'boundAt', order: 'asc' })
  assert.equal(pressed(readOrder(again), 'name'), '', 'names from A leave the address empty')
  assert.equal(pressed(readOrder(''), 'name'), '-name')
})
