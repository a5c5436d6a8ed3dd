/** Makes an entry of the vault out of a draft. */
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Random } from '../random.ts'
import type { Entry, EntryDraft } from './entry.ts'

const ID_BYTES = 16

/** @param ports `now` in milliseconds since 1970 */
export function makeEntry(
  draft: EntryDraft,
  ports: { readonly now: number; readonly random: Random },
): Entry {
  return {
    ...draft,
    id: bytesToHex(ports.random.bytes(ID_BYTES)),
    addedAt: ports.now,
    usedAt: undefined,
    uses: 0,
    removedAt: undefined,
  }
}
