import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { addPassphraseSlot, addRecoverySlot, createVault, sealVault } from '@sallyport/vault'
import { openBackup } from './open-backup.ts'

const random = { bytes: (length: number) => Uint8Array.from(randomBytes(length)) }
const kdf = { name: 'argon2id', memoryKiB: 8, passes: 1, lanes: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' } as const

async function file(ways: 'both' | 'passphrase') {
  const empty = createVault(random)
  const { open, recoveryKey } =
    ways === 'both' ? await addRecoverySlot(empty, random) : { open: empty, recoveryKey: '' }
  const sealed = await sealVault(await addPassphraseSlot(open, 'under the lamp', { random, kdf }), random)
  return { sealed, recoveryKey }
}

test('one field takes the passphrase and the recovery key, however its groups are parted', async () => {
  const { sealed, recoveryKey } = await file('both')
  for (const typed of [
    'under the lamp',
    recoveryKey,
    recoveryKey.toLowerCase().replaceAll('-', ' '),
    recoveryKey.replaceAll('-', ''),
  ])
    assert.equal((await openBackup(sealed, typed)).ok, true, typed)
})

test('anything else is wrong, also where the file has no recovery key at all', async () => {
  const { sealed, recoveryKey } = await file('both')
  const other = await file('passphrase')
  assert.deepEqual(await openBackup(sealed, 'under a lamp'), { ok: false, problem: 'wrong' })
  assert.deepEqual(await openBackup(other.sealed, recoveryKey), { ok: false, problem: 'wrong' })
})
