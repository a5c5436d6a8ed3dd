/** An account in the vault: whose it is, its key, and what the people who use it have added. */
import type { Algorithm } from '@sallyport/otp'

/** How codes are made of the key. */
export type CodeKind =
  /** 4 to 10 digits; a period of 1 to 86,400 seconds. */
  | {
      readonly kind: 'totp'
      readonly algorithm: Algorithm
      readonly digits: number
      readonly periodSeconds: number
    }
  /** The counter is that of the next code to be shown; below 2^63. */
  | {
      readonly kind: 'hotp'
      readonly algorithm: Algorithm
      readonly digits: number
      readonly counter: bigint
    }
  | { readonly kind: 'steam' }
  /** Eight letters; the PIN has 4 to 16 digits. */
  | { readonly kind: 'yandex'; readonly pin: string }
  /** Six hexadecimal digits of ten seconds. */
  | { readonly kind: 'motp'; readonly pin: string }

/** What a scan, a hand or a file gives; the vault adds the rest. */
export type EntryDraft = {
  /** Empty where none is known. */
  readonly issuer: string
  /** Empty where none is known; then the issuer is the name. */
  readonly account: string
  /** The key's bytes in canonical base32 (RFC 4648, 6) without padding; at least one byte. */
  readonly secret: string
  readonly code: CodeKind
  readonly tags: readonly string[]
  /** One character for the tile; empty means the first of the name. */
  readonly letter: string
  readonly note: string
  readonly pinned: boolean
}

/** An entry of the vault. Instants are milliseconds since 1970. */
export type Entry = EntryDraft & {
  /** 128 random bits in lower-case hexadecimal. */
  readonly id: string
  readonly addedAt: number
  readonly usedAt: number | undefined
  readonly uses: number
  /** Set while the entry lies in the bin. */
  readonly removedAt: number | undefined
}

/** All that a vault holds, in the order that people gave it. */
export type VaultContent = {
  readonly entries: readonly Entry[]
  readonly settings: VaultSettings
}

/** What people chose and what the app must remember; sealed with the entries, because names of tags are theirs. */
export type VaultSettings = {
  readonly order: 'by_hand' | 'by_use' | 'by_name'
  readonly hideCodes: boolean
  /** Minutes without a touch until the vault locks; 0 means never. */
  readonly lockAfterMinutes: number
  /** Added to the device's clock; 0 unless the user agreed. At most a day either way. */
  readonly clockOffsetMs: number
  /** When the last backup file was saved. */
  readonly backedUpAt: number | undefined
}
