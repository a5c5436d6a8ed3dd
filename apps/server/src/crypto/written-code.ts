/** Codes that people copy from paper or a call: letters of Crockford's base32, written in groups, read forgivingly. */

/** Thirty-two letters, so that five bits choose one: no I, L, O and U. */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Groups of four between hyphens, as `0A1B-2C3D`. */
export function inGroups(letters: string): string {
  return letters.replace(/.{4}(?=.)/g, '$&-')
}

/**
 * What was meant by what was typed: any letter case and width, spaces and dashes of any kind or none, O for 0, I and L
 * for 1. Whether it is a code is for its own form to say.
 */
export function plainLetters(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
