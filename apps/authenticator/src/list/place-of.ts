/** Where an account goes when it is moved: among the pinned or among the others, as it is one of them. */
import type { Entry } from '@sallyport/vault'

/** What `moveBefore` takes; `before` undefined is the end. */
export type Place = { readonly before: string | undefined }

/** One place up or down as the list is shown; undefined where there is none. */
export function placeBeside(shown: readonly Entry[], id: string, by: 'up' | 'down'): Place | undefined {
  const group = groupOf(shown, id)
  const at = group.findIndex((entry) => entry.id === id)
  if (by === 'up') return at > 0 ? { before: group[at - 1]?.id } : undefined
  return at < group.length - 1 ? { before: group[at + 2]?.id } : undefined
}

/** Where it is dropped on another; undefined where that one is of the other group, or nothing would move. */
export function placeAt(
  shown: readonly Entry[],
  id: string,
  target: string,
  half: 'upper' | 'lower',
): Place | undefined {
  const group = groupOf(shown, id)
  const others = group.filter((entry) => entry.id !== id)
  const at = others.findIndex((entry) => entry.id === target)
  if (at === -1) return undefined
  const before = others[half === 'upper' ? at : at + 1]?.id
  return before === placeNow(group, id).before ? undefined : { before }
}

/** Where it stands among all of the vault, to put it back. */
export function placeNow(entries: readonly Entry[], id: string): Place {
  return { before: entries[entries.findIndex((entry) => entry.id === id) + 1]?.id }
}

function groupOf(shown: readonly Entry[], id: string): readonly Entry[] {
  const pinned = shown.find((entry) => entry.id === id)?.pinned
  return shown.filter((entry) => entry.pinned === pinned)
}
