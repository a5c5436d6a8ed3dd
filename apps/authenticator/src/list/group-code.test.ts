import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupCode } from './group-code.ts'

test('codes are read in two groups from six characters on', () => {
  const rows = [
    ['1234', '1234'],
    ['12345', '12345'],
    ['123456', '123 456'],
    ['1234567', '1234 567'],
    ['12345678', '1234 5678'],
    ['1234567890', '12345 67890'],
    ['FR8RV', 'FR8RV'],
  ] as const
  for (const [code, grouped] of rows) assert.equal(groupCode(code), grouped)
})
