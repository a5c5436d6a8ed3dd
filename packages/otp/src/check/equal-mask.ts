/** Comparison without a branch, so that time says nothing about which candidate was right. */

/** All bits set if the two 32-bit numbers are equal, none otherwise. */
export function equalMask(one: number, other: number): number {
  const difference = one ^ other
  return ~((difference | (0 - difference)) >> 31)
}
