import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryLike } from './sample-entry.ts'
import { searchEntries, tagsOf } from './search-entries.ts'

const entries = [
  entryLike('a', { issuer: 'GitHub', account: 'octocat', tags: ['work'] }),
  entryLike('b', { issuer: 'Société Générale', account: '8812 4410', tags: ['bank', 'home'] }),
  entryLike('c', { issuer: '阿里云', account: 'ram@example.cn', note: 'spare phone', tags: ['work'] }),
  entryLike('d', { issuer: '', account: 'git@example.org' }),
]

function found(typed: string, tag?: string): string {
  return searchEntries(entries, typed, tag)
    .map((entry) => entry.id)
    .join('')
}

test('finds in issuer, account, tag and note, in any script, accents and cases alike', () => {
  assert.equal(found('git'), 'ad')
  assert.equal(found('GENERALE'), 'b')
  assert.equal(found('générale'), 'b')
  assert.equal(found('阿里'), 'c')
  assert.equal(found('spare'), 'c')
  assert.equal(found('home'), 'b')
  assert.equal(found('８８１２'), 'b')
})

test('every word counts, in any order', () => {
  assert.equal(found('octo work'), 'a')
  assert.equal(found('octo home'), '')
})

test('a tag narrows what was typed', () => {
  assert.equal(found('', 'work'), 'ac')
  assert.equal(found('ram', 'work'), 'c')
  assert.equal(found('', 'wor'), '')
})

test('nothing typed shows all, and the list itself', () => {
  assert.equal(searchEntries(entries, '  ', undefined), entries)
})

test('never finds by the key', () => {
  assert.equal(found('GEZDGNBV'), '')
})

test('tags are those in use outside the bin, each once', () => {
  assert.deepEqual(tagsOf([...entries, entryLike('e', { tags: ['gone'], removedAt: 1 })]), [
    'bank',
    'home',
    'work',
  ])
})
