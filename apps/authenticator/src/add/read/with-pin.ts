/** Puts the PIN into an account that was handed over without it. */
import { checkDraft, type EntryDraft } from '@sallyport/vault'

/** The account with its PIN, or undefined where the PIN cannot be one. */
export function withPin(draft: EntryDraft, pin: string): EntryDraft | undefined {
  if (draft.code.kind !== 'yandex' && draft.code.kind !== 'motp') return draft
  const whole: EntryDraft = { ...draft, code: { kind: draft.code.kind, pin: pin.trim() } }
  return checkDraft(whole) === undefined ? whole : undefined
}
