/** Finds accounts by what was typed and by tag. */
import type { Entry } from '@sallyport/vault'

/** Kept beside each entry for as long as it lives: a key stroke compares texts and prepares none. */
const texts = new WeakMap<Entry, string>()

/** Every word that was typed must stand in the issuer, the account, a tag or the note; accents and cases are alike. */
export function searchEntries(
  entries: readonly Entry[],
  typed: string,
  tag: string | undefined,
): readonly Entry[] {
  const words = plain(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0 && tag === undefined) return entries
  return entries.filter((entry) => {
    if (tag !== undefined && !entry.tags.includes(tag)) return false
    const text = textOf(entry)
    return words.every((word) => text.includes(word))
  })
}

/** Looks at every entry before the first key stroke, so that none has more to do than another. */
export function prepareSearch(entries: readonly Entry[]): void {
  for (const entry of entries) textOf(entry)
}

/** The tags that accounts outside the bin bear, by name. */
export function tagsOf(entries: readonly Entry[]): readonly string[] {
  const tags = new Set<string>()
  for (const entry of entries) if (entry.removedAt === undefined) for (const tag of entry.tags) tags.add(tag)
  return Array.from(tags).sort((one, other) => one.localeCompare(other))
}

function textOf(entry: Entry): string {
  const known = texts.get(entry)
  if (known !== undefined) return known
  const text = plain([entry.issuer, entry.account, ...entry.tags, entry.note].join('\n'))
  texts.set(entry, text)
  return text
}

/** Most names have neither accents nor wide letters, and taking those away is what costs. */
const PLAIN = /^[\x20-\x7e\n]*$/

function plain(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
