/** A key as people type it: base32 in groups of four. */

/** The last group may be shorter. */
export function groupKey(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ')
}
