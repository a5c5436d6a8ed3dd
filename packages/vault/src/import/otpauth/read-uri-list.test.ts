/** Lists of URIs and pages with them give exactly the accounts that stand in them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from '../read-import.ts'
import { assertReadsAsExpected, fixturesOf } from '../testing/fixture.ts'

test('reads every list and page to exactly its accounts, and says what is wrong with the others', async () => {
  for (const fixture of fixturesOf('otpauth')) await assertReadsAsExpected(fixture)
})

test('says nothing of a secret in the label of what failed', async () => {
  const list = 'steam://1889\notpauth://totp/?secret=1889\notpauth://1889?x=1\nmotp://1889'
  const reading = await readImport(new TextEncoder().encode(list), undefined)
  assert.equal(reading.state, 'read')
  assert.equal(JSON.stringify(reading).includes('1889'), false)
})

test('takes a URI out of a table or a document without what follows it', async () => {
  const uri = 'otpauth://totp/Bank:ann?secret=JBSWY3DPEHPK3PXP&issuer=Bank'
  const texts = [
    `a,${uri},b`,
    `"a";"${uri}";"b"`,
    `<x><y>${uri.replace('&', '&amp;')}</y></x>`,
    `key: ${uri}  `,
  ]
  for (const text of texts) {
    const reading = await readImport(new TextEncoder().encode(text), undefined)
    assert.ok(reading.state === 'read', text)
    assert.deepEqual([reading.entries[0]?.draft.issuer, reading.failures], ['Bank', []], text)
  }
})
