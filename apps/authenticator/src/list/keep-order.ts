/** The order in which accounts are shown, kept while they are used, so that nothing moves under the finger. */
import type { Entry, VaultSettings } from '@sallyport/vault'

export type Order = VaultSettings['order']

/** Entries as they are shown, and what they were ordered from. */
export type Shown = {
  readonly from: readonly Entry[]
  readonly order: Order
  readonly entries: readonly Entry[]
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Those outside the bin: pinned ones first, then as people chose, and by hand where that says nothing. */
export function orderEntries(entries: readonly Entry[], order: Order): readonly Entry[] {
  const live = entries.filter((entry) => entry.removedAt === undefined)
  return live.sort((one, other) => Number(other.pinned) - Number(one.pinned) || compare(one, other, order))
}

/**
 * Orders anew only where entries came, went, moved, were pinned or renamed. A use alone moves nothing: by use, the order
 * is that of when the list was opened.
 *
 * @returns `before` itself where nothing at all has changed
 */
export function keepOrder(before: Shown | undefined, from: readonly Entry[], order: Order): Shown {
  if (before === undefined || before.order !== order || !areAlike(before.from, from))
    return { from, order, entries: orderEntries(from, order) }
  if (before.from === from) return before
  const byId = new Map(from.map((entry) => [entry.id, entry]))
  return { from, order, entries: before.entries.map((entry) => byId.get(entry.id) ?? entry) }
}

function compare(one: Entry, other: Entry, order: Order): number {
  switch (order) {
    case 'by_hand':
      return 0
    case 'by_use':
      return other.uses - one.uses || (other.usedAt ?? 0) - (one.usedAt ?? 0)
    case 'by_name':
      return (
        names.compare(one.issuer || one.account, other.issuer || other.account) ||
        names.compare(one.account, other.account)
      )
  }
}

/** Whether every place holds the same account under the same name and pin. */
function areAlike(before: readonly Entry[], now: readonly Entry[]): boolean {
  if (before === now) return true
  if (before.length !== now.length) return false
  return before.every((one, index) => {
    const other = now[index]
    return (
      one === other ||
      (other !== undefined &&
        one.id === other.id &&
        one.pinned === other.pinned &&
        one.issuer === other.issuer &&
        one.account === other.account &&
        (one.removedAt === undefined) === (other.removedAt === undefined))
    )
  })
}
