/** A bypass code: what an administrator gives whoever cannot show the second factor, how it is written and read. */
import { inGroups, LETTERS, plainLetters } from '../crypto/written-code.ts'
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'

/** Wrong ones, over all sign-in attempts; then the code is dead. */
export const BYPASS_TRIES = 5

/** 60 random bits. */
const LENGTH = 12
const WRITTEN = /^[0-9A-HJKMNP-TV-Z]{12}$/

/** As it is kept: one for a principal. */
export type BypassCode = Principal & {
  /** The keyed hash of the letters. */
  readonly mac: string
  readonly expiresAt: Instant
}

/** Twelve fresh letters, each equally likely. */
export function newLetters(random: Random): Secret<string> {
  return new Secret(Array.from(random.bytes(LENGTH), (byte) => LETTERS.charAt(byte & 31)).join(''))
}

/** Three groups of four, as `0A1B-2C3D-4E5F`. */
export function writeBypassCode(letters: Secret<string>): string {
  return inGroups(letters.open())
}

/** The letters, or undefined for what cannot be a bypass code. */
export function readBypassCode(typed: string): string | undefined {
  const plain = plainLetters(typed)
  return WRITTEN.test(plain) ? plain : undefined
}

/** What the keyed hash stands over: a code of one principal is nothing for another. */
export function macParts({ accountId, principalId }: Principal, letters: string): readonly string[] {
  return [accountId, principalId, letters]
}
