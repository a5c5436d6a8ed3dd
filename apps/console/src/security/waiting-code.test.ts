/** Holds what a tab remembers of a code on its way. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseWaitingCode } from './waiting-code.ts'

const waiting = { address: 'new@example.org', resendAt: 60_000, expiresAt: '1970-01-01T00:10:00Z' }

test('goes on with a code while it works, and not after', () => {
  const kept = JSON.stringify(waiting)
  assert.deepEqual(parseWaitingCode(kept, 599_999), waiting)
  assert.equal(parseWaitingCode(kept, 600_000), null)
})

test('forgets a text that is not ours', () => {
  for (const kept of [null, '', 'x', 'null', '{}', JSON.stringify({ ...waiting, expiresAt: 'never' })])
    assert.equal(parseWaitingCode(kept, 0), null)
})
