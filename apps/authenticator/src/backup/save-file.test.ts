import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileName } from './save-file.ts'

test('a file is named for what it is and its day, and for nothing that is in it', () => {
  const noon = new Date(2026, 10, 4, 12).getTime()
  assert.equal(fileName('backup', 'json', noon), 'sallyport-backup-2026-11-04.json')
})
