/** Puts the PIN into an account that was handed over without it. */
import { checkDraft, type EntryDraft, type ImportedEntry } from '@sallyport/vault'

/** The account as it came where it wants no PIN; else with the PIN, or undefined where that cannot be one. */
export function withPin(
  { draft, needsPin }: Pick<ImportedEntry, 'draft' | 'needsPin'>,
  pin: string,
): EntryDraft | undefined {
  if (!needsPin || (draft.code.kind !== 'yandex' && draft.code.kind !== 'motp')) return draft
  const whole: EntryDraft = { ...draft, code: { kind: draft.code.kind, pin: pin.trim() } }
  return checkDraft(whole) === undefined ? whole : undefined
}
