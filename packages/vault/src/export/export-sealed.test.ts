/** A backup opens on another device, and by what it was made for alone. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { makeEntry } from '../entry/make-entry.ts'
import { openVault } from '../sealed/open-vault.ts'
import { parseSealed } from '../sealed/parse-sealed.ts'
import { createVault } from '../sealed/seal-vault.ts'
import type { SealedVault } from '../sealed/sealed-vault.ts'
import { newKdf } from '../sealed/slot-keys.ts'
import { addDeviceSlot, addPassphraseSlot, addRecoverySlot } from '../sealed/slots.ts'
import { exportSealed, type SealedExport } from './export-sealed.ts'

const random = { bytes: (length: number): Uint8Array => Uint8Array.from(randomBytes(length)) }
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 }
const DRAFT = {
  issuer: 'ACME Co',
  account: 'ada',
  secret: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
  code: { kind: 'steam' },
  tags: [],
  letter: '',
  note: '',
  pinned: false,
} as const

async function onDevice() {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const empty = createVault(random)
  const entries = [makeEntry(DRAFT, { now: 0, random })]
  return addDeviceSlot({ ...empty, content: { ...empty.content, entries } }, key, random)
}

function sealedOf(made: SealedExport): SealedVault {
  assert.ok(made.ok)
  const read = parseSealed(made.file)
  assert.ok(read.ok)
  return read.sealed
}

test('without a passphrase of its own, a backup keeps the passphrases and recovery keys and no other way in', async () => {
  const one = await addPassphraseSlot(await onDevice(), 'lamp', { random, kdf: newKdf(random, CHEAP) })
  const { open, recoveryKey } = await addRecoverySlot(one, random)
  const sealed = sealedOf(await exportSealed(open, undefined, { random }))
  assert.deepEqual(
    sealed.slots.map(({ kind }) => kind),
    ['passphrase', 'recovery'],
  )
  for (const key of [
    { kind: 'passphrase', passphrase: 'lamp' } as const,
    { kind: 'recovery', recoveryKey } as const,
  ]) {
    const opened = await openVault(sealed, key)
    assert.ok(opened.ok)
    assert.deepEqual(opened.open.content, open.content)
  }
})

test('a vault that only this device opens gives no backup without a passphrase', async () => {
  assert.deepEqual(await exportSealed(await onDevice(), undefined, { random }), {
    ok: false,
    problem: 'no_portable_slot',
  })
})

test('a backup with a passphrase of its own has a master key of its own', async () => {
  const open = await onDevice()
  const sealed = sealedOf(await exportSealed(open, 'for the safe', { random, kdf: newKdf(random, CHEAP) }))
  assert.deepEqual(
    sealed.slots.map(({ kind }) => kind),
    ['passphrase'],
  )
  assert.equal(sealed.id, open.id)
  const opened = await openVault(sealed, { kind: 'passphrase', passphrase: 'for the safe' })
  assert.ok(opened.ok)
  assert.deepEqual(opened.open.content, open.content)
  assert.notDeepEqual(opened.open.masterKey, open.masterKey)
  const byMaster = await openVault(sealed, { kind: 'master', masterKey: open.masterKey })
  assert.deepEqual(byMaster, { ok: false, problem: 'damaged' })
})
