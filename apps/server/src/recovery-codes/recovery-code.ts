/** A recovery code: how it is written, and how it is read from what people type. */
import { inGroups, LETTERS, plainLetters } from '../crypto/written-code.ts'
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

/** So many codes are made at a time. */
export const CODE_COUNT = 10

/** 80 random bits: sixteen letters. */
export const SECRET_BYTES = 10

const WRITTEN = /^(0[1-9]|10)([0-9A-HJKMNP-TV-Z]{16})$/

/** One code that is still good, as it is kept. */
export type KeptCode = Principal & {
  /** The public number in front, 1 to 10, so that a try costs one hash and not ten. */
  readonly position: number
  /** The argon2id PHC string, sealed. */
  readonly sealed: string
  readonly madeAt: Instant
}

/** A code as it was read: its place, and the sixteen letters that are hashed. */
export type ReadCode = { readonly position: number; readonly letters: string }

/** The letters of a secret of ten bytes. */
export function lettersOf(secret: Uint8Array): string {
  let bits = secret.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n)
  let letters = ''
  for (let left = secret.length * 8; left > 0; left -= 5) {
    letters = LETTERS.charAt(Number(bits & 31n)) + letters
    bits >>= 5n
  }
  return letters
}

/** Its number and four groups of four, as `07-ABCD-EFGH-JKMN-PQRS`. */
export function writeCode({ position, letters }: ReadCode): string {
  return `${String(position).padStart(2, '0')}-${inGroups(letters)}`
}

/** Undefined for what cannot be a recovery code. */
export function readCode(typed: string): ReadCode | undefined {
  const [, position, letters] = WRITTEN.exec(plainLetters(typed)) ?? []
  return position === undefined || letters === undefined ? undefined : { position: Number(position), letters }
}
