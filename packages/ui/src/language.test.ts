/** Holds the choice of language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseLanguage } from './language.ts'

test('takes the language chosen before, then the first of the browser that we have, then English', () => {
  assert.equal(chooseLanguage('zh-CN', ['en-US']), 'zh-CN')
  assert.equal(chooseLanguage(null, ['fr-FR', 'zh-Hans-CN', 'en']), 'zh-CN')
  assert.equal(chooseLanguage(null, ['fr-FR']), 'en')
  assert.equal(chooseLanguage('klingon', ['en-GB']), 'en')
})
