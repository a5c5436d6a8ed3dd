/** Makes a vault, and seals it. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeBase64 } from '../base64.ts'
import { emptyContent, writeContent } from '../entry/content.ts'
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
 * Throws: RangeError for a vault without a slot, which nobody could open again.
 */
export async function sealVault(open: OpenVault, random: Random): Promise<SealedVault> {
  if (open.slots.length === 0) throw new RangeError('a vault without a slot opens for nobody')
  const nonce = random.bytes(NONCE_BYTES)
  const header = {
    format: 'sallyport-vault',
    version: 1,
    id: open.id,
    slots: open.slots,
    nonce: encodeBase64(nonce),
  } as const
  const data = await gcmSeal(
    await gcmKey(open.masterKey),
    nonce,
    pad(writeContent(open.content)),
    headerBytes(header),
  )
  return { ...header, data: encodeBase64(data) }
}
