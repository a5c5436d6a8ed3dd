import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Device, lastUsed, otherSessions, type Session } from './overview.ts'

function device(lastUsedAt: string | null): Device {
  const boundAt = '2026-01-01T00:00:00.000Z'
  return { id: 'dev_1', name: 'Phone', serial: '', boundAt, lastUsedAt, clockOffsetSeconds: 0 }
}

test('the last use of several devices is the latest, and null when none was used', () => {
  assert.equal(lastUsed([]), null)
  assert.equal(lastUsed([device(null)]), null)
  assert.equal(
    lastUsed([device('2026-01-02T00:00:00.000Z'), device(null), device('2026-01-03T00:00:00.000Z')]),
    '2026-01-03T00:00:00.000Z',
  )
})

test('the other sessions leave this one out and begin with the one seen last', () => {
  const session = (id: string, current: boolean, lastSeenAt: string): Session => ({
    id,
    current,
    lastSeenAt,
    level: 'aal1',
    trustedBrowser: false,
    browser: 'Firefox on Linux',
    address: null,
    openedAt: lastSeenAt,
    expiresAt: lastSeenAt,
  })
  assert.deepEqual(
    otherSessions([
      session('ses_a', false, '2026-01-01T00:00:00.000Z'),
      session('ses_b', true, '2026-01-09T00:00:00.000Z'),
      session('ses_c', false, '2026-01-02T00:00:00.000Z'),
    ]).map(({ id }) => id),
    ['ses_c', 'ses_a'],
  )
})
