/** Entries as a sheet of paper shows them: a QR code to scan, and the key to type where no camera helps. */
import { groupKey } from '@sallyport/otp'
import { uriOfEntry } from '../entry/draft-of-uri.ts'
import type { CodeKind, Entry } from '../entry/entry.ts'

/** A QR code of version 40 and level M holds this many bytes (ISO/IEC 18004, table 7). */
const MOST_QR_BYTES = 2331

/** One account of the sheet. It holds the key in clear. */
export type SheetRow = {
  readonly id: string
  readonly issuer: string
  readonly account: string
  readonly note: string
  readonly code: CodeKind
  /** The text of the QR code, ASCII alone; undefined where its names are too long for one. */
  readonly uri: string | undefined
  /** Base32 in groups of four. */
  readonly key: string
}

/** What is printed, in the order given, without what lies in the bin. */
export function exportSheet(entries: readonly Entry[]): readonly SheetRow[] {
  return entries.filter((entry) => entry.removedAt === undefined).map(rowOf)
}

function rowOf(entry: Entry): SheetRow {
  const { id, issuer, account, note, code } = entry
  const uri = uriOfEntry(entry)
  return {
    id,
    issuer,
    account,
    note,
    code,
    uri: uri.length <= MOST_QR_BYTES ? uri : undefined,
    key: groupKey(entry.secret),
  }
}
