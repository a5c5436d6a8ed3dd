/** Holds the words for times. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exactWords, relativeWords } from './relative-words.ts'

const now = Date.UTC(2026, 10, 24, 12, 0, 0)
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

test('says a past moment as people do', () => {
  assert.equal(relativeWords(now - 10 * second, now, 'en'), 'just now')
  assert.equal(relativeWords(now - 50 * second, now, 'en'), '1 minute ago')
  assert.equal(relativeWords(now - 2 * minute, now, 'en'), '2 minutes ago')
  assert.equal(relativeWords(now - 3 * hour - 20 * minute, now, 'en'), '3 hours ago')
  assert.equal(relativeWords(now - day, now, 'en'), 'yesterday')
  assert.equal(relativeWords(now - 3 * day, now, 'en'), '3 days ago')
})

test('never says zero of a unit just under it', () => {
  assert.equal(relativeWords(now - 58 * minute, now, 'en'), '1 hour ago')
  assert.equal(relativeWords(now - 56 * minute, now, 'en'), '56 minutes ago')
})

test('says a moment to come, and in Chinese', () => {
  assert.equal(relativeWords(now + 2 * hour, now, 'en'), 'in 2 hours')
  assert.equal(relativeWords(now - 2 * minute, now, 'zh-CN'), '2 分钟前')
  assert.equal(relativeWords(now - 10 * second, now, 'zh-CN'), '刚刚')
})

test('says the exact moment in the zone asked for, in one form for every page', () => {
  assert.equal(exactWords(now, 'en', { timeZone: 'UTC' }), '24 Nov 2026, 12:00:00')
  assert.equal(exactWords(now, 'zh-CN', { timeZone: 'UTC' }), '2026年11月24日 12:00:00')
})

test('says a deadline to the minute', () => {
  assert.equal(exactWords(now, 'en', { to: 'minute', timeZone: 'UTC' }), '24 Nov 2026, 12:00')
})
