/** Holds the sentences for refusals. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusals } from '@sallyport/contract/refusals'
import { enRefusals } from './en-refusals.ts'
import { sentenceOf } from './sentence-of.ts'
import { zhRefusals } from './zh-refusals.ts'

test('says every refusal in both languages, with and without its numbers', () => {
  const numbers = {
    triesLeft: 1,
    retryAfterSeconds: 100,
    clockOffsetMinutes: -3,
    minimumLength: 15,
    otherMethods: ['phone'],
  }
  for (const code of Object.keys(refusals) as (keyof typeof refusals)[]) {
    for (const texts of [enRefusals, zhRefusals]) {
      for (const sentence of [sentenceOf({ code }, texts), sentenceOf({ code, ...numbers }, texts)]) {
        assert.match(sentence, /[.。]$/, code)
        assert.doesNotMatch(sentence, /undefined|null|NaN|!|！/, code)
      }
    }
  }
})

test('says numbers where they are known', () => {
  assert.equal(
    sentenceOf({ code: 'code_wrong', triesLeft: 1 }, enRefusals),
    'This code is not right. 1 try left.',
  )
  assert.equal(
    sentenceOf({ code: 'password_wait', retryAfterSeconds: 61 }, enRefusals),
    'Too many wrong passwords. Try again in 61 s.',
  )
})

test('says a refusal that this page does not know in the words of the server', () => {
  const unknown = { code: 'of_tomorrow' as 'not_found', detail: 'Words of tomorrow.' }
  assert.equal(sentenceOf(unknown, enRefusals), 'Words of tomorrow.')
})
