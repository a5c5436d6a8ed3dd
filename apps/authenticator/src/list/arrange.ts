/** Which accounts are shown, and in which order. */
import { type Entry, nameOf, type VaultSettings } from '@sallyport/vault'

export type Wish = {
  readonly search: string
  /** Undefined shows all. */
  readonly tag: string | undefined
  readonly order: VaultSettings['order']
}

/** Without what lies in the bin; pinned first, then in the order that was asked for. */
export function arrange(entries: readonly Entry[], { search, tag, order }: Wish): readonly Entry[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const shown = entries.filter(
    (entry) =>
      entry.removedAt === undefined &&
      (tag === undefined || entry.tags.includes(tag)) &&
      words.every((word) => textOf(entry).includes(word)),
  )
  const sorted = order === 'by_hand' ? shown : shown.toSorted(order === 'by_use' ? byUse : byName)
  return [...sorted.filter((entry) => entry.pinned), ...sorted.filter((entry) => !entry.pinned)]
}

/** Every tag in use, by name. */
export function tagsOf(entries: readonly Entry[]): readonly string[] {
  const tags = new Set(entries.flatMap((entry) => (entry.removedAt === undefined ? entry.tags : [])))
  return [...tags].sort((one, other) => one.localeCompare(other))
}

/** The ids of entries whose key another entry has too; each key is looked at once. */
export function twiceKept(entries: readonly Entry[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const twice = new Set<string>()
  for (const { id, secret, removedAt } of entries) {
    if (removedAt !== undefined) continue
    const before = first.get(secret)
    if (before === undefined) first.set(secret, id)
    else twice.add(before).add(id)
  }
  return twice
}

/** Capitals and accents make no difference to a search. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/** Searched at each key press, so it is made once for each entry. */
const searched = new WeakMap<Entry, string>()

function textOf(entry: Entry): string {
  let text = searched.get(entry)
  if (text === undefined) {
    text = fold([entry.issuer, entry.account, entry.note, ...entry.tags].join('\n'))
    searched.set(entry, text)
  }
  return text
}

function byName(one: Entry, other: Entry): number {
  return nameOf(one).localeCompare(nameOf(other))
}

function byUse(one: Entry, other: Entry): number {
  return other.uses - one.uses || (other.usedAt ?? 0) - (one.usedAt ?? 0)
}
