/** Accounts that share a key, so that people can see which one is too many. */
import type { Entry } from '@sallyport/vault'

/** The ids of those outside the bin whose key another one has too. A key has one spelling in the vault. */
export function findTwins(entries: readonly Entry[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const twins = new Set<string>()
  for (const { id, secret, removedAt } of entries) {
    if (removedAt !== undefined) continue
    const before = first.get(secret)
    if (before === undefined) first.set(secret, id)
    else twins.add(before).add(id)
  }
  return twins
}
