/** Makes an entry of the vault out of a draft. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeBase32, encodeBase32 } from '@sallyport/otp'
import type { Random } from '../random.ts'
import type { Entry, EntryDraft } from './entry.ts'

const ID_BYTES = 16

/**
 * Gives a draft its place in the vault, and its secret the one spelling that the vault keeps.
 *
 * @param ports `now` in milliseconds since 1970
 */
export function makeEntry(
  draft: EntryDraft,
  ports: { readonly now: number; readonly random: Random },
): Entry {
  return {
    ...draft,
    secret: canonical(draft.secret),
    id: bytesToHex(ports.random.bytes(ID_BYTES)),
    addedAt: ports.now,
    usedAt: undefined,
    uses: 0,
    removedAt: undefined,
  }
}

/** As it is where it cannot be read: `checkDraft` says so. */
function canonical(secret: string): string {
  const read = decodeBase32(secret)
  return read.ok ? encodeBase32(read.bytes) : secret
}
