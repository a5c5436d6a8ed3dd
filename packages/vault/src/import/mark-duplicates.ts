/** Tells which entries of a file are in the vault already. */
import type { EntryDraft } from '../entry/entry.ts'
import type { ImportedEntry } from './import-reading.ts'

/**
 * `same`: the same key under the same issuer and account, in the vault or earlier in the file. `changed`: the same
 * issuer and account with another key, as after a new enrolment, or the same key under another name. `new`: neither.
 */
export type DuplicateMark = 'new' | 'same' | 'changed'

/** One mark for each entry, in their order. Nothing is dropped: people choose. */
export function markDuplicates(
  entries: readonly ImportedEntry[],
  existing: readonly EntryDraft[],
): readonly DuplicateMark[] {
  const secrets = new Set<string>()
  const names = new Set<string>()
  const whole = new Set<string>()
  const remember = (draft: EntryDraft): void => {
    secrets.add(draft.secret)
    names.add(namesOf(draft))
    whole.add(wholeOf(draft))
  }
  for (const entry of existing) remember(entry)
  return entries.map(({ draft }) => {
    const isNamed = draft.issuer !== '' || draft.account !== ''
    const isKnown = secrets.has(draft.secret) || (isNamed && names.has(namesOf(draft)))
    const mark = whole.has(wholeOf(draft)) ? 'same' : isKnown ? 'changed' : 'new'
    remember(draft)
    return mark
  })
}

function namesOf({ issuer, account }: EntryDraft): string {
  return JSON.stringify([issuer, account].map((name) => name.normalize('NFC').trim()))
}

/** Secrets are canonical in a draft, so that equal keys are equal texts. */
function wholeOf(draft: EntryDraft): string {
  return `${draft.secret} ${namesOf(draft)}`
}
