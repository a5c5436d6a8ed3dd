/** Holds what the last wrong code says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadAtZero } from './dead-at-zero.ts'

test('the last wrong code says that no more are taken', () => {
  assert.deepEqual(deadAtZero({ code: 'code_wrong', triesLeft: 0 }), { code: 'attempt_dead', triesLeft: 0 })
})

test('what came before the last, and other refusals, stay what they are', () => {
  for (const refused of [
    { code: 'code_wrong', triesLeft: 1 } as const,
    { code: 'too_many_tries', triesLeft: 0 } as const,
    { code: 'offline' } as const,
    null,
  ])
    assert.equal(deadAtZero(refused), refused)
})
