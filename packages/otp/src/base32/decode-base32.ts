/** Reads base32 as people type and paste it. */
import { base32Alphabet } from './base32-alphabet.ts'
import { type Base32Suggestion, suggestKey } from './suggest-key.ts'

/** What is accepted and still worth a word. */
export type Base32Remark =
  /** No whole number of bytes has this length (mod 8 it is 1, 3 or 6): where it was typed, a character may be missing. */
  | 'odd_length'
  /** The last character has bits that belong to no byte and are not zero. */
  | 'left_over_bits'
  /** Fewer than ten bytes. RFC 4226, 4, R6 asks for sixteen; shorter keys exist and work. */
  | 'short_key'

/** The bytes, or the first thing that is wrong. */
export type Base32Reading =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly remarks: readonly Base32Remark[] }
  | {
      readonly ok: false
      readonly problem: 'empty' | 'bad_character' | 'too_short'
      /** Of the bad character in the text as typed, from 1, in the characters that people see. */
      readonly position?: number
      readonly character?: string
      /** What may have been meant. To be offered, never taken silently. */
      readonly suggestion?: Base32Suggestion
    }

/** White space, hyphens and dashes, what cannot be seen, and padding: they may stand anywhere. */
const separator = /^[\s\p{Pd}\p{Cf}=]$/u

const shortKeyBytes = 10

/**
 * Decodes base32 leniently: lower case, spaces, hyphens and missing padding are all fine.
 *
 * 0, 1, 8 and 9 are not in the alphabet and are refused, with a suggestion where there is one, because a key that was
 * guessed wrongly gives codes that never work.
 *
 * RFC 4648, 6.
 */
export function decodeBase32(text: string): Base32Reading {
  const values: number[] = []
  let position = 0
  for (const character of text) {
    position += 1
    if (separator.test(character)) continue
    const value = base32Alphabet.indexOf(upperCase(character))
    if (value === -1) {
      const suggestion = suggestKey(text)
      return {
        ok: false,
        problem: 'bad_character',
        position,
        character,
        ...(suggestion === undefined ? {} : { suggestion }),
      }
    }
    values.push(value)
  }
  if (values.length === 0) return { ok: false, problem: 'empty' }
  if (values.length === 1) return { ok: false, problem: 'too_short' }

  const { bytes, leftOver } = packed(values)
  const remarks: Base32Remark[] = []
  if ([1, 3, 6].includes(values.length % 8)) remarks.push('odd_length')
  if (leftOver !== 0) remarks.push('left_over_bits')
  if (bytes.length < shortKeyBytes) remarks.push('short_key')
  return { ok: true, bytes, remarks }
}

/** ASCII alone: the Turkish dotless i and the long s would become letters of the alphabet otherwise. */
function upperCase(character: string): string {
  return /^[a-z]$/.test(character) ? character.toUpperCase() : character
}

function packed(values: readonly number[]): { bytes: Uint8Array; leftOver: number } {
  const bytes = new Uint8Array(Math.floor((values.length * 5) / 8))
  let bits = 0
  let waiting = 0
  let written = 0
  for (const value of values) {
    bits = (bits << 5) | value
    waiting += 5
    if (waiting >= 8) {
      waiting -= 8
      bytes[written] = bits >>> waiting
      written += 1
      bits &= (1 << waiting) - 1
    }
  }
  return { bytes, leftOver: bits }
}
