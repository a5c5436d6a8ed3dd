/** How long to wait after wrong passphrases: a hurdle for whoever holds the unlocked device, beside the derivation itself. */

const FREE = 3
const FIRST_WAIT_SECONDS = 5
const LONGEST_WAIT_SECONDS = 300

/** Three are free, then 5 s, doubled each time, at most five minutes. */
export function waitAfter(wrong: number): number {
  if (wrong < FREE) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (wrong - FREE))
}
