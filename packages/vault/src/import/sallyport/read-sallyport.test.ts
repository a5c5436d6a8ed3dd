/** A vault of this program is read by its passphrase or its recovery key. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryDraft } from '../../entry/entry.ts'
import { makeEntry } from '../../entry/make-entry.ts'
import type { Random } from '../../random.ts'
import type { OpenVault } from '../../sealed/open-vault.ts'
import { writeSealed } from '../../sealed/parse-sealed.ts'
import { createVault, sealVault } from '../../sealed/seal-vault.ts'
import { newKdf } from '../../sealed/slot-keys.ts'
import { addDeviceSlot, addPassphraseSlot, addRecoverySlot } from '../../sealed/slots.ts'
import { readImport } from '../read-import.ts'

const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }
const kdf = newKdf(random, { memoryKiB: 64, passes: 1, lanes: 1 })
const draft: EntryDraft = {
  issuer: 'ACME Co',
  account: 'ann',
  secret: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
  code: { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 41n },
  tags: ['Work'],
  letter: 'A',
  note: 'spare',
  pinned: true,
}

function vaultWithEntries(): OpenVault {
  const empty = createVault(random)
  const entry = makeEntry(draft, { now: 1_700_000_000_000, random })
  const entries = [entry, { ...entry, id: '0'.repeat(32), removedAt: 1_700_000_000_001 }]
  return { ...empty, content: { ...empty.content, entries } }
}

const refused = { state: 'refused', format: 'sallyport' }

test('opens by the passphrase and by the recovery key, and knows what lay in the bin', async () => {
  const one = await addPassphraseSlot(vaultWithEntries(), 'lighthouse kettle', { random, kdf })
  const two = await addRecoverySlot(one, random)
  const file = writeSealed(await sealVault(two.open, random))
  const entries = [
    { draft, removed: false, needsPin: false },
    { draft, removed: true, needsPin: false },
  ]
  const expected = { state: 'read', format: 'sallyport', entries, failures: [], batches: [] }
  for (const password of ['lighthouse kettle', two.recoveryKey, two.recoveryKey.toLowerCase()])
    assert.deepEqual(await readImport(file, password), expected)
  assert.deepEqual(await readImport(file, undefined), { state: 'password_needed', format: 'sallyport' })
  assert.deepEqual(await readImport(file, 'lighthouse'), { state: 'password_wrong', format: 'sallyport' })
})

test('refuses a vault that was cut short, altered or made by a later version', async () => {
  const one = await addPassphraseSlot(vaultWithEntries(), 'lighthouse kettle', { random, kdf })
  const sealed = await sealVault(one, random)
  const file = writeSealed(sealed)
  const cut = file.subarray(0, file.length - 100)
  assert.deepEqual(await readImport(cut, 'x'), { ...refused, problem: 'file_damaged' })
  const altered = writeSealed({ ...sealed, data: `AAAA${sealed.data.slice(4)}` })
  assert.deepEqual(await readImport(altered, 'lighthouse kettle'), { ...refused, problem: 'file_damaged' })
  const newer = new TextEncoder().encode(JSON.stringify({ ...sealed, version: 2 }))
  assert.deepEqual(await readImport(newer, 'x'), { ...refused, problem: 'format_unknown' })
})

test('says that a vault with a device key alone opens there alone', async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const held = await addDeviceSlot(vaultWithEntries(), key, random)
  const file = writeSealed(await sealVault(held, random))
  assert.deepEqual(await readImport(file, undefined), { ...refused, problem: 'bound_to_account' })
})
