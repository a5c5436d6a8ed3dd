import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { readImport } from '@sallyport/vault'
import { entryLike } from '../list/sample-entry.ts'
import { makeFile } from './plain-file.ts'

const random = { bytes: (length: number) => Uint8Array.from(randomBytes(length)) }
const ports = { now: new Date(2026, 10, 24, 12).getTime(), random }
const entries = [
  entryLike('a'.repeat(32), { issuer: 'ACME', account: 'ada' }),
  entryLike('b'.repeat(32), { issuer: 'Gone', account: 'bob', removedAt: 5 }),
]

async function namesIn(bytes: Uint8Array, password?: string): Promise<readonly string[]> {
  const reading = await readImport(bytes, password)
  assert.equal(reading.state, 'read')
  return reading.state === 'read'
    ? reading.entries.map(({ draft }) => `${draft.issuer}, ${draft.account}`)
    : []
}

test('each file is read back with what is in the list, and without what lies in the bin', async () => {
  for (const kind of ['aegis', 'uris'] as const) {
    const { bytes } = await makeFile(kind, entries, ports)
    assert.deepEqual(await namesIn(bytes), ['ACME, ada'])
  }
  const sealed = await makeFile('aegis_encrypted', entries, { ...ports, password: 'under the lamp' })
  assert.deepEqual(await namesIn(sealed.bytes, 'under the lamp'), ['ACME, ada'])
})

test('a file that should be sealed is never made without a password', async () => {
  await assert.rejects(makeFile('aegis_encrypted', entries, ports), RangeError)
})

test('a plain file says so in its name', async () => {
  const { name } = await makeFile('aegis', entries, { ...ports, password: 'ignored' })
  assert.equal(name, 'sallyport-aegis-plain-2026-11-24.json')
})
