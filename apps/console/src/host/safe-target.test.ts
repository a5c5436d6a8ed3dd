/** Holds that a sign-in leads nowhere but into this console. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeTarget } from './safe-target.ts'

const origin = 'https://gate.example.com'

function search(to: string): string {
  return `?${new URLSearchParams({ to })}`
}

test('leads to the page one came for', () => {
  assert.equal(
    safeTarget(search('/security/devices?sort=name#first'), origin),
    '/security/devices?sort=name#first',
  )
})

test('leads to the security page without one', () => {
  assert.equal(safeTarget('', origin), '/security')
  assert.equal(safeTarget('?to=', origin), '/security')
})

test('never leads to another origin, back to the sign-in, or into the API', () => {
  for (const to of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '\\\\evil.example',
    'javascript:alert(1)',
    ' /security',
    '/sign-in?to=/security',
    '/register',
    '/',
    '/api/sign-out',
    '/./api/sign-out',
  ]) {
    assert.equal(safeTarget(search(to), origin), '/security', to)
  }
})

test('gives an address of this origin for any text', () => {
  fc.assert(
    fc.property(fc.string(), (to) => {
      const target = safeTarget(search(to), origin)
      assert.equal(new URL(target, origin).origin, origin)
    }),
  )
})
