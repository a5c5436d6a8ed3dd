/** A bypass code: what an administrator gives whoever cannot show the second factor, how it is written and read. */
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'

/** Wrong ones, over all sign-in attempts; then the code is dead. */
export const BYPASS_TRIES = 5

/** 60 random bits: twelve letters of Crockford's base32, which has no I, L, O and U. */
const LETTERS = 12
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const WRITTEN = /^[0-9A-HJKMNP-TV-Z]{12}$/

/** As it is kept: one for a principal. */
export type BypassCode = Principal & {
  /** The keyed hash of the letters. */
  readonly mac: string
  readonly reason: string
  readonly madeBy: string
  readonly expiresAt: Instant
}

/** Twelve fresh letters, each equally likely. */
export function newLetters(random: Random): Secret<string> {
  return new Secret(Array.from(random.bytes(LETTERS), (byte) => ALPHABET.charAt(byte & 31)).join(''))
}

/** Three groups of four, as `0A1B-2C3D-4E5F`. */
export function writeBypassCode(letters: Secret<string>): string {
  return letters.open().replace(/.{4}(?=.)/g, '$&-')
}

/**
 * Reads a code as people type it: any letter case and width, spaces and dashes of any kind or none, O for 0, I and L
 * for 1.
 *
 * @returns the letters, or undefined for what cannot be a bypass code
 */
export function readBypassCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return WRITTEN.test(plain) ? plain : undefined
}

/** What the keyed hash stands over: a code of one principal is nothing for another. */
export function macParts({ accountId, principalId }: Principal, letters: string): readonly string[] {
  return [accountId, principalId, letters]
}
