/** How much of an export in several pictures has been read. */
import type { MigrationBatch } from '@sallyport/vault'

export type BatchProgress = {
  readonly read: number
  readonly of: number
  /** The numbers of the pictures that are wanting, from 1. */
  readonly missing: readonly number[]
}

/** One for each export, in the order in which they were begun; pictures come in any order and repeat. */
export function batchProgress(batches: readonly MigrationBatch[]): readonly BatchProgress[] {
  const exports = new Map<number, { of: number; read: Set<number> }>()
  for (const { id, index, size } of batches) {
    const one = exports.get(id) ?? { of: size, read: new Set<number>() }
    one.of = Math.max(one.of, size)
    one.read.add(index)
    exports.set(id, one)
  }
  return Array.from(exports.values(), ({ of, read }) => {
    const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
      (number) => !read.has(number - 1),
    )
    return { read: of - missing.length, of, missing }
  })
}

/** The first export of which pictures are wanting; undefined where nothing is. */
export function unfinished(batches: readonly MigrationBatch[]): BatchProgress | undefined {
  return batchProgress(batches).find(({ missing }) => missing.length > 0)
}
