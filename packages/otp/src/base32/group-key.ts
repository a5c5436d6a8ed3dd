/** A key as it is shown to somebody who types it. */

/** Puts a base32 key into groups of four, separated by spaces; spaces that were there before do not count. */
export function groupKey(base32: string): string {
  return (base32.replace(/\s/g, '').match(/.{1,4}/gu) ?? []).join(' ')
}
