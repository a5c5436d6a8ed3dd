/** Ways into a vault: added and removed while it is open. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeBase64 } from '../base64.ts'
import type { Random } from '../random.ts'
import { gcmKey, gcmSeal } from './gcm.ts'
import type { OpenVault } from './open-vault.ts'
import { type PasskeySlot, type PassphraseKdf, type Slot, slotBytes } from './sealed-vault.ts'
import {
  newKdf,
  newRecoveryKey,
  newSalt,
  type Progress,
  passkeyKey,
  passphraseKey,
  recoveryKey,
} from './slot-keys.ts'

const SLOT_ID_BYTES = 8
const NONCE_BYTES = 12

/** Adds a way in by passphrase; it may be long, and is not asked twice here. */
export async function addPassphraseSlot(
  open: OpenVault,
  passphrase: string,
  ports: { readonly random: Random; readonly progress?: Progress; readonly kdf?: PassphraseKdf },
): Promise<OpenVault> {
  const kdf = ports.kdf ?? newKdf(ports.random)
  const key = await gcmKey(await passphraseKey(passphrase, kdf, ports.progress))
  return addSlot(open, key, ports.random, { kind: 'passphrase', kdf })
}

/** Adds a way in by a recovery key, which is shown once and nowhere kept. */
export async function addRecoverySlot(
  open: OpenVault,
  random: Random,
): Promise<{ readonly open: OpenVault; readonly recoveryKey: string }> {
  const made = newRecoveryKey(random)
  const salt = newSalt(random)
  const key = await gcmKey(recoveryKey(made.bytes, salt))
  return { open: await addSlot(open, key, random, { kind: 'recovery', salt }), recoveryKey: made.text }
}

/** Adds a way in by a passkey whose PRF output was just proven. */
export async function addPasskeySlot(
  open: OpenVault,
  passkey: Pick<PasskeySlot, 'credentialId' | 'prfSalt' | 'transports' | 'rpId'> & {
    readonly prfOutput: Uint8Array
  },
  random: Random,
): Promise<OpenVault> {
  const { prfOutput, ...named } = passkey
  const salt = newSalt(random)
  const key = await gcmKey(passkeyKey(prfOutput, salt))
  return addSlot(open, key, random, { kind: 'passkey', salt, ...named })
}

/** Adds a way in for this browser: a key for AES-GCM that it gives to no script. */
export function addDeviceSlot(open: OpenVault, key: CryptoKey, random: Random): Promise<OpenVault> {
  return addSlot(open, key, random, { kind: 'device' })
}

/**
 * Removes a way in.
 *
 * @returns why not: the last one stays, and passkeys alone never do, because a lost one would lose the codes
 */
export function removeSlot(open: OpenVault, slotId: string): OpenVault | 'last_slot' | 'passkeys_alone' {
  const slots = open.slots.filter((slot) => slot.id !== slotId)
  if (slots.length === 0) return 'last_slot'
  if (slots.every((slot) => slot.kind === 'passkey')) return 'passkeys_alone'
  return { ...open, slots }
}

type NewSlot = Slot extends infer S ? (S extends Slot ? Omit<S, 'id' | 'nonce' | 'key'> : never) : never

async function addSlot(open: OpenVault, key: CryptoKey, random: Random, slot: NewSlot): Promise<OpenVault> {
  const nonce = random.bytes(NONCE_BYTES)
  const covered = { ...slot, id: bytesToHex(random.bytes(SLOT_ID_BYTES)), nonce: encodeBase64(nonce) }
  const wrapped = await gcmSeal(key, nonce, open.masterKey, slotBytes(open.id, covered))
  return { ...open, slots: [...open.slots, { ...covered, key: encodeBase64(wrapped) } as Slot] }
}
