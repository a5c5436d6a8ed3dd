/** Duplicates are recognised by key, issuer and account together. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportedEntry } from './import-reading.ts'
import { markDuplicates } from './mark-duplicates.ts'

function entry(issuer: string, account: string, secret: string): ImportedEntry {
  const code = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const
  const draft = { issuer, account, secret, code, tags: [], letter: '', note: '', pinned: false }
  return { draft, removed: false, needsPin: false }
}

const existing = [entry('ACME', 'ann', 'JBSWY3DPEHPK3PXP').draft]

test('tells an account that is there already from one that has changed and from a new one', () => {
  const entries = [
    entry('ACME', 'ann', 'JBSWY3DPEHPK3PXP'),
    entry('ACME', 'ann', 'GEZDGNBVGY3TQOJQ'),
    entry('ACME', 'bob', 'JBSWY3DPEHPK3PXP'),
    entry('Bank', 'ann', 'HXDMVJECJJWSRB3H'),
  ]
  assert.deepEqual(markDuplicates(entries, existing), ['same', 'changed', 'changed', 'new'])
})

test('recognises the second of two in one file', () => {
  const twice = entry('Bank', 'ann', 'HXDMVJECJJWSRB3H')
  assert.deepEqual(markDuplicates([twice, twice], existing), ['new', 'same'])
})

test('does not take two accounts without names for one', () => {
  const entries = [entry('', '', 'HXDMVJECJJWSRB3H'), entry('', '', 'GEZDGNBVGY3TQOJQ')]
  assert.deepEqual(markDuplicates(entries, []), ['new', 'new'])
})
