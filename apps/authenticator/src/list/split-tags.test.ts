import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinTags, splitTags } from './split-tags.ts'

test('tags are parted by commas of any script, each once, without empty ones', () => {
  assert.deepEqual(splitTags(' work,, home ,work'), ['work', 'home'])
  assert.deepEqual(splitTags('工作，家；银行、'), ['工作', '家', '银行'])
  assert.deepEqual(splitTags('my   bank'), ['my bank'])
  assert.deepEqual(splitTags(' '), [])
})

test('what is shown reads back as it was', () => {
  const tags = ['work', 'my bank', '家']
  assert.deepEqual(splitTags(joinTags(tags)), tags)
})
