/** Where the settings lead for a while, and come back. */
import type { Slot } from '@sallyport/vault'

/** What stands in the place of the settings until it is done. */
export type Step =
  /** A new passphrase, in the place of one where `slotId` is given. */
  | { readonly name: 'passphrase'; readonly slotId: string | undefined }
  | { readonly name: 'remove'; readonly slot: Slot }
  | { readonly name: 'passkey' | 'recovery_key' | 'device' }
