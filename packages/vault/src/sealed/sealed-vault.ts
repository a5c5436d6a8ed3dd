/** The vault as it lies on a disk: slots that each hold the master key, and the content under it. */

type SlotBase = {
  /** 64 random bits in lower-case hexadecimal. */
  readonly id: string
  /** Of the master key under this slot's key: 12 bytes, base64. */
  readonly nonce: string
  /** The master key, sealed: 32 bytes and a tag of 16, base64. */
  readonly key: string
}

/** What argon2id (RFC 9106) is run with. */
export type PassphraseKdf = {
  readonly name: 'argon2id'
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
  /** 16 bytes, base64. */
  readonly salt: string
}

export type PassphraseSlot = SlotBase & { readonly kind: 'passphrase'; readonly kdf: PassphraseKdf }

/** 160 random bits that people keep on paper. */
export type RecoverySlot = SlotBase & { readonly kind: 'recovery'; readonly salt: string }

/** A passkey with the PRF extension (WebAuthn Level 3, 10.1.4). */
export type PasskeySlot = SlotBase & {
  readonly kind: 'passkey'
  readonly salt: string
  /** base64, as `prfSalt`. */
  readonly credentialId: string
  readonly prfSalt: string
  readonly transports: readonly string[]
  /** The host that the passkey belongs to. */
  readonly rpId: string
}

/** A key that the browser keeps and gives to no script. */
export type DeviceSlot = SlotBase & { readonly kind: 'device' }

export type Slot = PassphraseSlot | RecoverySlot | PasskeySlot | DeviceSlot

/** Version 1. Everything but `data` is the header, which the content's tag covers. */
export type SealedVault = {
  readonly format: 'sallyport-vault'
  readonly version: 1
  /** 128 random bits in lower-case hexadecimal; the same for the vault's whole life. */
  readonly id: string
  readonly slots: readonly Slot[]
  /** 12 bytes, base64; new at each sealing. */
  readonly nonce: string
  /** The padded content and its tag, base64. */
  readonly data: string
}

/** The header as the bytes that the content's tag covers: compact JSON in the order of the file. */
export function headerBytes({
  data: _,
  ...header
}: SealedVault | (Omit<SealedVault, 'data'> & { data?: string })): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(header))
}

/** What a slot's tag covers: its vault, and all that stands in the slot itself. */
export function slotBytes(vaultId: string, slot: Omit<Slot, 'key'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['sallyport-vault', 1, vaultId, slot]))
}
