/** What an entry is called. */
import type { EntryDraft } from './entry.ts'

/** `issuer, account`, or the one of the two that there is; empty where there is neither. */
export function nameOf({ issuer, account }: Pick<EntryDraft, 'issuer' | 'account'>): string {
  return [issuer, account].filter((part) => part !== '').join(', ')
}
