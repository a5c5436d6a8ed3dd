/** Exports entries as a list of otpauth URIs, one a line. */
import { uriOfEntry } from '../entry/draft-of-uri.ts'
import type { Entry } from '../entry/entry.ts'

/**
 * Writes every entry but those in the bin, of every kind; tags, notes and the order of use stay behind. The file holds
 * every key in clear.
 */
export function exportUriList(entries: readonly Entry[]): Uint8Array {
  const lines = entries.filter((entry) => entry.removedAt === undefined).map(uriOfEntry)
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
}
