/** What comes of reading somebody's export. */
import type { EntryDraft } from '../entry/entry.ts'

/** Every format that is read, by the name that people know it by. */
export type FormatName =
  | 'sallyport'
  | 'otpauth'
  | 'google'
  | 'aegis'
  | '2fas'
  | 'bitwarden'
  | 'andotp'
  | 'freeotp'
  | 'freeotp-plus'
  | 'ente'
  | 'stratum'
  | 'keepassxc-csv'
  | 'kdbx'
  | 'raivo'
  | 'proton'
  | 'lastpass'
  | 'duo'
  | '2fauth'
  | 'winauth'
  | 'authenticator-extension'
  | 'steam'
  | 'privacyidea'

/** Why one entry of a file did not come in. */
export type EntryProblem =
  | 'secret_missing'
  | 'secret_bad'
  | 'algorithm_unknown'
  | 'digits_bad'
  | 'period_bad'
  | 'counter_bad'
  | 'pin_missing'
  /** A kind of code that is not made here, such as a push approval or Battle.net's. */
  | 'kind_unknown'
  /** Not an entry at all: a broken line, a record without its members. */
  | 'malformed'

export type ImportedEntry = {
  readonly draft: EntryDraft
  /** Lay in the other app's bin. */
  readonly removed: boolean
  /** Only a PIN is wanting: it is asked for before the entry is added (Stratum's Yandex and mOTP). */
  readonly needsPin: boolean
}

export type EntryFailure = {
  /** Where it stood: the entry's number from 1. */
  readonly position: number
  /** What can be shown of it without a secret: its names, or nothing. */
  readonly label: string
  readonly problem: EntryProblem
}

/** One picture of Google's export. */
export type MigrationBatch = { readonly id: number; readonly index: number; readonly size: number }

/** Why a file as a whole was refused. */
export type ImportProblem =
  | 'format_unknown'
  /** The beginning says which format it is, the rest is not. */
  | 'file_damaged'
  | 'file_too_large'
  /** Memory or rounds beyond what is run for a file (they are read from it, and so anybody's to choose). */
  | 'derivation_too_costly'
  /** Opens only in the account or on the phone that wrote it; export again with a password. */
  | 'bound_to_account'
  /** An OpenPGP message: it has to be decrypted first. */
  | 'openpgp'
  /** A phone's own database; export from the app instead. */
  | 'database_of_phone'

export type ImportReading =
  | {
      readonly state: 'read'
      readonly format: FormatName
      readonly entries: readonly ImportedEntry[]
      readonly failures: readonly EntryFailure[]
      /** Of Google's export; several pictures may have been read at once. */
      readonly batches: readonly MigrationBatch[]
    }
  | { readonly state: 'password_needed'; readonly format: FormatName }
  | { readonly state: 'password_wrong'; readonly format: FormatName }
  | { readonly state: 'refused'; readonly format: FormatName | undefined; readonly problem: ImportProblem }

/** A file, or a pasted text as UTF-8; told apart by its content alone. */
export type ImportSource = {
  readonly bytes: Uint8Array
  /** The bytes as text without a byte order mark, or undefined where they are not UTF-8. */
  readonly text: string | undefined
  /** The text as JSON, or undefined where it is none. */
  readonly json: unknown
}

/** One format: recognised at a glance, read by a module that is loaded only then. */
export type Format = {
  readonly name: FormatName
  readonly recognises: (source: ImportSource) => boolean
  readonly load: () => Promise<ReadFormat>
}

/**
 * Reads a source that its format has recognised. Never throws for what stands in the file.
 *
 * @param password undefined until somebody typed one
 */
export type ReadFormat = (source: ImportSource, password: string | undefined) => Promise<ImportReading>
