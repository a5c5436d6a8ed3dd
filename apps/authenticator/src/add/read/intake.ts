/** What the texts of codes, links and the clipboard bring in: accounts, what is here already, and what is neither. */
import { type OtpauthProblem, readOtpauthUri } from '@sallyport/otp'
import {
  draftOfUri,
  type EntryDraft,
  type EntryFailure,
  type EntryProblem,
  type ImportedEntry,
  type MigrationBatch,
  markDuplicates,
  readImport,
} from '@sallyport/vault'

/** Codes for something else, which people scan by mistake. */
export type ForeignKind =
  | Extract<OtpauthProblem, 'microsoft_push' | 'privacyidea_push' | 'passkey'>
  /** privacyIDEA's key in two halves: the one in the picture gives no code by itself. */
  | 'two_step_enrolment'
  | 'wifi'
  | 'web_address'
  | 'something_else'

/** To be shown, never opened. */
export type Foreign = { readonly kind: ForeignKind; readonly text: string }

export type Intake = {
  /** Neither here nor twice among the texts. */
  readonly fresh: readonly ImportedEntry[]
  /** The same key under the same names is here already. */
  readonly same: readonly EntryDraft[]
  readonly failures: readonly Omit<EntryFailure, 'position'>[]
  readonly foreign: readonly Foreign[]
  /** Of Google's export. */
  readonly batches: readonly MigrationBatch[]
}

/** What one text holds by itself. */
type Part = Omit<Intake, 'fresh' | 'same'> & { readonly entries: readonly ImportedEntry[] }

const nothing: Part = { entries: [], failures: [], foreign: [], batches: [] }

/** @param existing the accounts that are here and not in the bin */
export async function takeIn(texts: readonly string[], existing: readonly EntryDraft[]): Promise<Intake> {
  const parts = await Promise.all([...new Set(texts)].map(readText))
  const entries = parts.flatMap((part) => part.entries)
  const marks = markDuplicates(entries, existing)
  return {
    fresh: entries.filter((_, index) => marks[index] !== 'same'),
    same: entries.filter((_, index) => marks[index] === 'same').map(({ draft }) => draft),
    failures: parts.flatMap((part) => part.failures),
    foreign: parts.flatMap((part) => part.foreign),
    batches: parts.flatMap((part) => part.batches),
  }
}

/** The lines of a pasted text that are for this app; empty where it is about something else. */
export function urisIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /^(otpauth|otpauth-migration|steam|motp|phonefactor):\/\//i.test(line))
}

async function readText(text: string): Promise<Part> {
  if (/^\s*otpauth:\/\/[^?]*\?(.*&)?2step_/i.test(text)) return foreign('two_step_enrolment', text)
  const reading = readOtpauthUri(text)
  if (reading.ok) {
    const made = draftOfUri(reading.uri)
    return 'draft' in made
      ? { ...nothing, entries: [made] }
      : failed(made.problem, labelOf(reading.uri.issuer, reading.uri.account))
  }
  switch (reading.problem) {
    case 'google_migration':
      return readMigration(text)
    case 'microsoft_push':
    case 'privacyidea_push':
    case 'passkey':
      return foreign(reading.problem, text)
    case 'not_an_account':
      return foreign(otherKind(text), text)
    case 'type_unknown':
      return failed('kind_unknown')
    default:
      return failed(reading.problem)
  }
}

async function readMigration(text: string): Promise<Part> {
  const reading = await readImport(new TextEncoder().encode(text), undefined)
  return reading.state === 'read' ? { ...reading, foreign: [] } : failed('malformed')
}

function otherKind(text: string): ForeignKind {
  if (/^\s*wifi:/i.test(text)) return 'wifi'
  return /^\s*https?:/i.test(text) ? 'web_address' : 'something_else'
}

function foreign(kind: ForeignKind, text: string): Part {
  return { ...nothing, foreign: [{ kind, text }] }
}

function failed(problem: EntryProblem, label = ''): Part {
  return { ...nothing, failures: [{ label, problem }] }
}

function labelOf(issuer: string, account: string): string {
  return [issuer, account].filter((name) => name !== '').join(', ')
}
