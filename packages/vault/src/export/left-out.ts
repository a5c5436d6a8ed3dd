/** What an export cannot take along, so that people hear of it before they delete anything. */
import type { Entry } from '../entry/entry.ts'
import { nameOf } from '../entry/name-of.ts'

/** What the other format has no word for. */
export type LeftOutReason = 'kind' | 'algorithm' | 'digits' | 'period' | 'counter' | 'too_long'

export type LeftOut = { readonly id: string; readonly name: string; readonly reason: LeftOutReason }

/** Parts what goes into a file from what stays behind. What lies in the bin was thrown away and is neither. */
export function parted(
  entries: readonly Entry[],
  reasonFor: (entry: Entry) => LeftOutReason | undefined,
): { readonly taken: readonly Entry[]; readonly leftOut: readonly LeftOut[] } {
  const taken: Entry[] = []
  const leftOut: LeftOut[] = []
  for (const entry of entries) {
    if (entry.removedAt !== undefined) continue
    const reason = reasonFor(entry)
    if (reason === undefined) taken.push(entry)
    else leftOut.push({ id: entry.id, name: nameOf(entry), reason })
  }
  return { taken, leftOut }
}
