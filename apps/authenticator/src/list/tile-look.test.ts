import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryLike } from './sample-entry.ts'
import { letterOf, shadeOf } from './tile-look.ts'

test('a tile shows the letter that was chosen, else the first of the name, whole in any script', () => {
  assert.equal(letterOf(entryLike('a', { issuer: 'github' })), 'G')
  assert.equal(letterOf(entryLike('a', { issuer: '', account: '阿里云' })), '阿')
  assert.equal(letterOf(entryLike('a', { letter: '👩‍💻', issuer: 'x' })), '👩‍💻')
  assert.equal(letterOf(entryLike('a', { issuer: ' ', account: '' })), '?')
})

test('one issuer has one colour, however it is spelt', () => {
  assert.equal(shadeOf(entryLike('a', { issuer: 'GitHub' })), shadeOf(entryLike('b', { issuer: 'github' })))
})
