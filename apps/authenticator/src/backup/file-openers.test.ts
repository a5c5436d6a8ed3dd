/** What opens the backup file of one tap. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  addPassphraseSlot,
  addRecoverySlot,
  createVault,
  exportSealed,
  type OpenVault,
} from '@sallyport/vault'
import { fileOpeners } from './file-openers.ts'

const random = { bytes: (length: number): Uint8Array => Uint8Array.from(randomBytes(length)) }
/** Enough for a test. */
const kdf = { name: 'argon2id', memoryKiB: 8, passes: 1, lanes: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==' } as const

test('a vault makes the file of one tap exactly where something is named that opens it', async () => {
  const bare = createVault(random)
  const typed = await addPassphraseSlot(bare, 'lighthouse kettle orbit', { random, kdf })
  const { open: paper } = await addRecoverySlot(bare, random)
  const { open: both } = await addRecoverySlot(typed, random)
  const cases: readonly (readonly [OpenVault, ReturnType<typeof fileOpeners>])[] = [
    [bare, undefined],
    [typed, 'passphrase'],
    [paper, 'recovery'],
    [both, 'both'],
  ]
  for (const [open, expected] of cases) {
    assert.equal(fileOpeners(open.slots), expected)
    assert.equal((await exportSealed(open, undefined, { random })).ok, expected !== undefined)
  }
})
