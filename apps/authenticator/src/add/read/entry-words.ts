/** An account in a few words: its name, and how its codes are made. */
import { type EntryDraft, nameOf } from '@sallyport/vault'
import type { AddTexts } from '../../text/en-add.ts'

export function shownName(draft: EntryDraft, { taken }: AddTexts): string {
  return nameOf(draft) || taken.noName
}

/** Without what goes without saying: SHA1, six digits, 30 seconds. */
export function codeWords({ code }: EntryDraft, { manual }: AddTexts): string {
  const parts: string[] = [manual.kinds[code.kind]]
  if ('algorithm' in code && code.algorithm !== 'SHA1') parts.push(code.algorithm)
  if ('digits' in code && code.digits !== 6) parts.push(manual.digitCount(code.digits))
  if ('periodSeconds' in code && code.periodSeconds !== 30) parts.push(manual.seconds(code.periodSeconds))
  return parts.join(' · ')
}
