/** Holds how a call of the contract becomes an address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf } from './call.ts'

test('puts parameters and query in their places', () => {
  assert.deepEqual(addressOf('PATCH /api/mfa/devices/:id', { params: { id: 'dev_a/b' } }), {
    method: 'PATCH',
    path: '/api/mfa/devices/dev_a%2Fb',
  })
  assert.deepEqual(addressOf('GET /api/activity', { query: { before: '42' } }), {
    method: 'GET',
    path: '/api/activity?before=42',
  })
  assert.equal(addressOf('GET /api/activity', { query: { before: undefined } }).path, '/api/activity')
})
