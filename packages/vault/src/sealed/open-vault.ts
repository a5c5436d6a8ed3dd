/** Opens a sealed vault by one of its slots. */
import { readContent } from '../entry/content.ts'
import type { VaultContent } from '../entry/entry.ts'
import { gcmKey, gcmOpen } from './gcm.ts'
import { unpad } from './pad.ts'
import { headerBytes, type SealedVault, type Slot, slotBytes } from './sealed-vault.ts'
import {
  bytesOf,
  isTooCostly,
  type Progress,
  passkeyKey,
  passphraseKey,
  readRecoveryKey,
  recoveryKey,
} from './slot-keys.ts'

/** A vault in memory. The master key is as secret as all that is in it; `forget` when it is locked. */
export type OpenVault = {
  readonly id: string
  readonly masterKey: Uint8Array
  readonly slots: readonly Slot[]
  readonly content: VaultContent
}

/** What opens a slot. */
export type VaultKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** As typed from paper. */
  | { readonly kind: 'recovery'; readonly recoveryKey: string }
  /** @see PasskeySlot; 32 bytes that the authenticator gave for the slot's `prfSalt` */
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly prfOutput: Uint8Array }
  | { readonly kind: 'device'; readonly key: CryptoKey }
  /** Of a vault that is open already, to read what another page has written meanwhile. */
  | { readonly kind: 'master'; readonly masterKey: Uint8Array }

export type OpenProblem =
  /** The vault has no slot of this kind, or not of this passkey. */
  | 'no_such_slot'
  /** The passphrase, key or passkey opens none. */
  | 'wrong'
  /** A slot opens and the content does not: something was altered or cut short. */
  | 'damaged'
  /** The file asks for more memory or rounds than are run for a file. */
  | 'derivation_too_costly'

export type Opening =
  | { readonly ok: true; readonly open: OpenVault }
  | { readonly ok: false; readonly problem: OpenProblem }

/** Tries every slot of the key's kind; the content's tag covers the header, so a slot that was added opens nothing. */
export async function openVault(sealed: SealedVault, key: VaultKey, progress?: Progress): Promise<Opening> {
  if (key.kind === 'master') return openContent(sealed, key.masterKey)
  const slots = sealed.slots.filter(
    (slot) =>
      slot.kind === key.kind &&
      (slot.kind !== 'passkey' || key.kind !== 'passkey' || slot.credentialId === key.credentialId),
  )
  if (slots.length === 0) return { ok: false, problem: 'no_such_slot' }
  for (const slot of slots) {
    if (slot.kind === 'passphrase' && isTooCostly(slot.kdf))
      return { ok: false, problem: 'derivation_too_costly' }
    const slotKey = await keyOfSlot(slot, key, progress)
    if (slotKey === undefined) continue
    const { key: wrapped, ...covered } = slot
    const masterKey = await gcmOpen(
      slotKey,
      bytesOf(slot.nonce),
      bytesOf(wrapped),
      slotBytes(sealed.id, covered),
    )
    if (masterKey !== undefined) return openContent(sealed, masterKey)
  }
  return { ok: false, problem: 'wrong' }
}

/** Overwrites the master key. Copies that the language made meanwhile are beyond reach. */
export function forget(open: OpenVault): void {
  open.masterKey.fill(0)
}

async function openContent(sealed: SealedVault, masterKey: Uint8Array): Promise<Opening> {
  const padded = await gcmOpen(
    await gcmKey(masterKey),
    bytesOf(sealed.nonce),
    bytesOf(sealed.data),
    headerBytes(sealed),
  )
  const plain = padded && unpad(padded)
  const content = plain && readContent(plain)
  if (content === undefined) return { ok: false, problem: 'damaged' }
  return { ok: true, open: { id: sealed.id, masterKey, slots: sealed.slots, content } }
}

async function keyOfSlot(slot: Slot, key: VaultKey, progress?: Progress): Promise<CryptoKey | undefined> {
  if (slot.kind === 'passphrase' && key.kind === 'passphrase')
    return gcmKey(await passphraseKey(key.passphrase, slot.kdf, progress))
  if (slot.kind === 'recovery' && key.kind === 'recovery') {
    const bytes = readRecoveryKey(key.recoveryKey)
    return bytes && gcmKey(recoveryKey(bytes, slot.salt))
  }
  if (slot.kind === 'passkey' && key.kind === 'passkey') return gcmKey(passkeyKey(key.prfOutput, slot.salt))
  return key.kind === 'device' ? key.key : undefined
}
