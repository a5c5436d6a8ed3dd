/** Looks for two codes that follow each other: the search that binding, pair mode and diagnosis share. */
import { codeAtStep, type PreparedKey } from '../prepared-key.ts'
import { codeNumber, noCode } from './code-number.ts'
import { equalMask } from './equal-mask.ts'

/** What a pair is looked for in; all limits are inclusive. */
export type PairSearch = {
  readonly first: string
  readonly second: string
  /** Steps that the second code may belong to. */
  readonly from: number
  readonly to: number
  /** The earliest step that either code may belong to. */
  readonly earliest: number
}

/**
 * Finds the step of the second code, where the first belongs to the step before it or to the one before that.
 *
 * Every candidate is computed and compared, whether or not another one matched already; of several the latest counts.
 */
export function findPair(prepared: PreparedKey, search: PairSearch): number | undefined {
  const first = codeNumber(search.first, prepared.digits)
  const second = codeNumber(search.second, prepared.digits)
  if (first === noCode || second === noCode || first === second) return undefined

  let isFirst = 0
  let wasFirst = 0
  let matched = 0
  let distance = 0
  const earliest = Math.max(0, search.earliest)
  for (let step = Math.max(earliest, search.from - 2); step <= search.to; step++) {
    const code = codeAtStep(prepared, step)
    if (step >= search.from) {
      const mask = equalMask(code, second) & (isFirst | wasFirst)
      matched |= mask
      distance = (distance & ~mask) | ((step - search.from) & mask)
    }
    wasFirst = isFirst
    isFirst = equalMask(code, first)
  }
  return matched === 0 ? undefined : search.from + distance
}
