/** Holds what a tab keeps of a registration. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRegistration } from './registration-memory.ts'
import { tokenInFragment } from './set-up-token.ts'

test('reads the set-up token from the fragment', () => {
  assert.equal(tokenInFragment('#token=Abc-_9'), 'Abc-_9')
  assert.equal(tokenInFragment('#token='), null)
  assert.equal(tokenInFragment('#other=1'), null)
  assert.equal(tokenInFragment(''), null)
})

test('comes back to a registration that still waits, and to no other text', () => {
  const waiting = { address: 'o•••@example.com', resendAt: 500, endsAt: 1000 }
  assert.deepEqual(parseRegistration(JSON.stringify(waiting), 999), waiting)
  assert.equal(parseRegistration(JSON.stringify(waiting), 1000), null)
  for (const text of [null, '', '{', 'null', '[]', '{"address":1,"resendAt":1,"endsAt":9999}']) {
    assert.equal(parseRegistration(text, 0), null)
  }
})
