/** What stands in a backup file, and what has come since. */
import type { VaultContent } from '@sallyport/vault'

/** The content once all of it stands in a backup file; a clock that was set back since an account came misleads nobody. */
export function backedUp(content: VaultContent, now: number): VaultContent {
  const backedUpAt = content.entries.reduce((latest, { addedAt }) => Math.max(latest, addedAt), now)
  return { ...content, settings: { ...content.settings, backedUpAt } }
}

/** How many accounts outside the bin are in no backup file. */
export function addedSinceBackup({ entries, settings: { backedUpAt } }: VaultContent): number {
  return entries.filter(
    ({ addedAt, removedAt }) => removedAt === undefined && (backedUpAt === undefined || addedAt > backedUpAt),
  ).length
}
