import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enReasons } from '../text/en-reasons.ts'
import { enSecurity } from '../text/en-security.ts'
import { zhActivity } from '../text/zh-activity.ts'
import { actionWords, detailWords, reasonWords, unusualWords } from './action-words.ts'

const words = enSecurity.activity

test('a sign-in says whether it took one step or two', () => {
  const event = { action: 'sign_in.succeeded', outcome: 'succeeded' } as const
  assert.equal(actionWords({ ...event, factors: ['knowledge'] }, words), 'Signed in with password')
  assert.equal(
    actionWords({ ...event, factors: ['knowledge', 'possession'] }, words),
    'Signed in with two steps',
  )
})

test('an action that is not known yet is said by its id', () => {
  assert.equal(
    actionWords({ action: 'passkey.added', outcome: 'succeeded', factors: [] }, words),
    'passkey.added',
  )
  assert.equal(actionWords({ action: 'toString', outcome: 'succeeded', factors: [] }, words), 'toString')
})

test('an event says which device or which way of proving it was about', () => {
  const methods = { email: 'Email' }
  assert.equal(detailWords({ details: { deviceName: 'Pixel 9', deviceId: 'dev_1' } }, methods), 'Pixel 9')
  assert.equal(detailWords({ details: { method: 'email', purpose: 'bind_mfa' } }, methods), 'Email')
  assert.equal(detailWords({ details: { method: 'password+virtual_mfa' } }, methods), null)
  assert.equal(detailWords({ details: {} }, methods), null)
})

test('what was not as usual of a sign-in is said reason by reason, in both languages', () => {
  const event = { details: { method: 'password', unusual: 'new_browser impossible_speed of_tomorrow' } }
  assert.equal(
    unusualWords(event, words),
    'Not as usual: new browser; too far from the last place for the time between; of_tomorrow',
  )
  assert.match(unusualWords(event, zhActivity) ?? '', /^异常登录：新浏览器；/)
  assert.equal(unusualWords({ details: { method: 'password' } }, words), null)
})

test('a reason is told of the past and orders nothing', () => {
  assert.equal(reasonWords('code_expired', enReasons), 'The code had expired')
  assert.equal(reasonWords('of_tomorrow', enReasons), null)
  assert.equal(reasonWords('toString', enReasons), null)
  for (const words of Object.values(enReasons))
    assert.doesNotMatch(words, /\b(try|choose|use|wait|set|send|type|begin|start|scan)\b/i)
})
