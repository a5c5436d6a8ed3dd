/** Obligation and what is owed, case by case. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY } from '../kernel/clock.ts'
import type { Proof } from '../kernel/proof.ts'
import { defaultSettings } from '../settings/settings.ts'
import { minimumLengthOf, obligationOf, owedBy } from './standing.ts'

const NOW = 100 * DAY
const user = { mfaBindRequired: false, graceUntil: undefined, createdAt: 10 * DAY }
const marked = { ...user, mfaBindRequired: true }
const password: Proof = { kind: 'password', factorClass: 'knowledge', source: 'password', at: NOW }
const bypass: Proof = { kind: 'bypass_code', factorClass: 'possession', source: 'bypass_code', at: NOW }

function enforced(whoMust: 'nobody' | 'everyone' | 'marked', graceDays = 7, enforcedAt = NOW) {
  return { ...defaultSettings, whoMust, graceDays, enforcedAt }
}

test('a mark obliges whatever the settings say, and everyone means everyone', () => {
  assert.equal(obligationOf(user, enforced('nobody'), NOW).obliged, false)
  assert.equal(obligationOf(user, enforced('marked'), NOW).obliged, false)
  assert.equal(obligationOf(user, enforced('everyone'), NOW).obliged, true)
  for (const whoMust of ['nobody', 'everyone', 'marked'] as const)
    assert.equal(obligationOf(marked, enforced(whoMust), NOW).obliged, true)
})

test('grace runs from the enforcement or from the creation, whichever is later, unless the user has its own', () => {
  const settings = enforced('everyone', 7, 50 * DAY)
  assert.equal(obligationOf(user, settings, 56 * DAY).graceUntil, 57 * DAY)
  assert.equal(obligationOf(user, settings, 57 * DAY).graceUntil, undefined)
  assert.equal(obligationOf({ ...user, createdAt: 60 * DAY }, settings, 60 * DAY).graceUntil, 67 * DAY)
  assert.equal(obligationOf({ ...user, graceUntil: 55 * DAY }, settings, 56 * DAY).graceUntil, undefined)
  assert.equal(obligationOf(marked, enforced('nobody'), 11 * DAY).graceUntil, undefined)
})

test('a password of somebody else comes before everything, and a bypass code leaves the set-up owed', () => {
  const none = { obliged: false, graceUntil: undefined }
  const own = { passwordState: 'own', devices: 1 } as const
  const session = { proofs: [password], laterAt: NOW }
  assert.equal(owedBy(none, { ...own, passwordState: 'must_change' }, session), 'new_password')
  assert.equal(owedBy(none, own, session), 'nothing')
  assert.equal(owedBy(none, own, { ...session, proofs: [password, bypass] }), 'mfa')
  const must = { obliged: true, graceUntil: NOW + DAY }
  assert.equal(owedBy(must, { ...own, devices: 0 }, session), 'nothing')
  assert.equal(owedBy(must, { ...own, devices: 0 }, { ...session, laterAt: undefined }), 'mfa')
  assert.equal(owedBy({ ...must, graceUntil: undefined }, { ...own, devices: 0 }, session), 'mfa')
})

test('a password may be shorter only where MFA is required', () => {
  const settings = { minimumPasswordLength: 8 }
  assert.equal(minimumLengthOf({ obliged: true }, settings), 8)
  assert.equal(minimumLengthOf({ obliged: false }, settings), 15)
  assert.equal(minimumLengthOf({ obliged: false }, { minimumPasswordLength: 20 }), 20)
})
