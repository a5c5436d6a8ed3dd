/** A code as people type or paste it, made ready to be checked. */

/** White space, hyphens and dashes, what cannot be seen, and the minus sign. */
const separators = /[\s\p{Pd}\p{Cf}\u2212]/gu

/**
 * Removes separators of every kind and turns digits of other widths and styles into ASCII ones (by NFKC).
 *
 * Whatever else stands there stays, so that it does not match: a letter is no digit that could be guessed, and the
 * digits of other scripts have no ASCII form in NFKC.
 */
export function normaliseCode(text: string): string {
  return text.replace(separators, '').replace(/\p{N}/gu, plainDigit)
}

function plainDigit(character: string): string {
  const plain = character.normalize('NFKC')
  return /^[0-9]$/.test(plain) ? plain : character
}
