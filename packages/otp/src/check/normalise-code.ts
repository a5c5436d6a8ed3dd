/** A code as people type or paste it, made ready to be checked. */

/**
 * Removes white space and hyphens of every kind and turns digits of other widths and styles into ASCII ones.
 *
 * Whatever else stands there stays, so that it does not match: a letter is not a digit that can be guessed. Digits
 * of other scripts stay too, since NFKC does not make them ASCII.
 */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
}
