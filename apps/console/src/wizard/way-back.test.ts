import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayBack } from './way-back.ts'

const origin = 'http://localhost:8080'

test('the page one came for goes before the page one came from', () => {
  assert.equal(wayBack('?to=/security/sessions', { from: '/security/devices' }, origin), '/security/sessions')
  assert.equal(wayBack('', { from: '/security/devices' }, origin), '/security/devices')
  assert.equal(wayBack('', null, origin), '/security')
})

test('neither leads to another origin', () => {
  assert.equal(wayBack('?to=https://evil.example/', null, origin), '/security')
  assert.equal(wayBack('?to=//evil.example', null, origin), '/security')
  assert.equal(wayBack('', { from: 'https://evil.example/' }, origin), '/security')
})
