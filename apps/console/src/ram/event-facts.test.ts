import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enRam } from '../text/en-ram.ts'
import { zhRam } from '../text/zh-ram.ts'
import { factsOf } from './event-facts.ts'

const told = (details: Record<string, string | number | boolean>, ram = enRam) =>
  factsOf({ details }, { ram }).map(({ label, value }) => `${label}: ${value}`)

test('the reason of a bypass code stands in the trail, as the dialog promises', () => {
  assert.deepEqual(told({ reason: 'Lost phone at sea', hours: 2 }), ['Reason: Lost phone at sea', 'Hours: 2'])
})

test('roles, fields and marks are told in the words of their pages', () => {
  assert.deepEqual(told({ role: 'helpdesk', before: 'none', sessions: 1 }), [
    'Role: Helpdesk',
    'Before: No role',
    'Sessions ended: 1',
  ])
  assert.deepEqual(told({ fields: 'displayName passwordResetRequired', passwordResetRequired: true }), [
    'Changed: Display name, Password reset required',
    'Password reset required: Yes',
  ])
})

test('settings are told one by one', () => {
  assert.deepEqual(
    told({ whoMust: 'everyone', graceDays: 3, networks: '', identityMethods: 'email phone' }),
    ['Who must have MFA: Everyone', 'Days of grace: 3', 'Verify identity by: Email, Phone'],
  )
})

test('what is told elsewhere or unknown is neither twice nor lost', () => {
  assert.deepEqual(told({ deviceName: 'Phone', method: 'email', name: 'ann', later: 'x', constructor: 1 }), [
    'later: x',
    'constructor: 1',
  ])
})

test('every name of a fact has its words in Chinese too', () => {
  assert.deepEqual(Object.keys(zhRam.facts.labels), Object.keys(enRam.facts.labels))
  assert.equal(told({ reason: 'x' }, zhRam)[0], '原因: x')
})
