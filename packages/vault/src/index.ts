/**
 * The authenticator's vault: entries and their codes, the sealed file that keeps them, and the formats of other apps.
 * For browsers and Node alike, by WebCrypto and the noble libraries, without WebAssembly.
 */
export { checkDraft } from './entry/check-draft.ts'
export { codeOf, nextCodeOf, periodOf } from './entry/code-of.ts'
export { emptyContent } from './entry/content.ts'
export { draftOfUri } from './entry/draft-of-uri.ts'
export type { CodeKind, Entry, EntryDraft, VaultContent, VaultSettings } from './entry/entry.ts'
export { makeEntry } from './entry/make-entry.ts'
export { nameOf } from './entry/name-of.ts'
export { sameEntry } from './entry/same-entry.ts'
export { exportAegis } from './export/export-aegis.ts'
export { exportGoogle } from './export/export-google.ts'
export { exportSealed, type SealedExport } from './export/export-sealed.ts'
export { exportSheet, type SheetRow } from './export/export-sheet.ts'
export { exportUriList } from './export/export-uri-list.ts'
export type { LeftOut } from './export/left-out.ts'
export type {
  EntryFailure,
  EntryProblem,
  FormatName,
  ImportedEntry,
  ImportProblem,
  ImportReading,
  MigrationBatch,
} from './import/import-reading.ts'
export { type DuplicateMark, markDuplicates } from './import/mark-duplicates.ts'
export { readImport } from './import/read-import.ts'
export type { Random } from './random.ts'
export {
  forget,
  type Opening,
  type OpenProblem,
  type OpenVault,
  openVault,
  type VaultKey,
} from './sealed/open-vault.ts'
export { parseSealed, type SealedProblem, writeSealed } from './sealed/parse-sealed.ts'
export { createVault, sealVault } from './sealed/seal-vault.ts'
export type { PasskeySlot, SealedVault, Slot } from './sealed/sealed-vault.ts'
export type { Progress } from './sealed/slot-keys.ts'
export {
  addDeviceSlot,
  addPasskeySlot,
  addPassphraseSlot,
  addRecoverySlot,
  removeSlot,
} from './sealed/slots.ts'
