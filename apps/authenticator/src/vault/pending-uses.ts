/** Uses of accounts that are not on disk yet: that a code was copied is worth no write of its own. */
import type { VaultContent } from '@sallyport/vault'

/** `at` in milliseconds since 1970. */
export type Use = { readonly id: string; readonly at: number }

/** The content with the uses counted; itself where there are none. */
export function countUses(content: VaultContent, uses: readonly Use[]): VaultContent {
  if (uses.length === 0) return content
  const used = new Set(uses.map(({ id }) => id))
  return {
    ...content,
    entries: content.entries.map((entry) => {
      if (!used.has(entry.id)) return entry
      const own = uses.filter(({ id }) => id === entry.id)
      const usedAt = Math.max(entry.usedAt ?? 0, ...own.map(({ at }) => at))
      return { ...entry, usedAt, uses: entry.uses + own.length }
    }),
  }
}
