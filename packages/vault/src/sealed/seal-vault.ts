/** Makes a vault, and seals it. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeBase64 } from '../base64.ts'
import { emptyContent, readContent, writeContent } from '../entry/content.ts'
import type { Random } from '../random.ts'
import { gcmKey, gcmSeal } from './gcm.ts'
import type { OpenVault } from './open-vault.ts'
import { pad } from './pad.ts'
import { headerBytes, type SealedVault } from './sealed-vault.ts'

const ID_BYTES = 16
const KEY_BYTES = 32
const NONCE_BYTES = 12

/** A new, empty vault without a slot; it gets one before it can be sealed. */
export function createVault(random: Random): OpenVault {
  return {
    id: bytesToHex(random.bytes(ID_BYTES)),
    masterKey: newMasterKey(random),
    slots: [],
    content: emptyContent,
  }
}

export function newMasterKey(random: Random): Uint8Array {
  return random.bytes(KEY_BYTES)
}

/**
 * Seals the content under the master key with a new nonce.
 *
 * Throws: RangeError for what nobody could open again: a vault without a slot, or content that `readContent` refuses,
 * such as an entry of which no code can be made.
 */
export async function sealVault(open: OpenVault, random: Random): Promise<SealedVault> {
  if (open.slots.length === 0) throw new RangeError('a vault without a slot opens for nobody')
  const plain = writeContent(open.content)
  if (readContent(plain) === undefined) throw new RangeError('content that could not be read again')
  const nonce = random.bytes(NONCE_BYTES)
  const header = {
    format: 'sallyport-vault',
    version: 1,
    id: open.id,
    slots: open.slots,
    nonce: encodeBase64(nonce),
  } as const
  const data = await gcmSeal(await gcmKey(open.masterKey), nonce, pad(plain), headerBytes(header))
  return { ...header, data: encodeBase64(data) }
}
