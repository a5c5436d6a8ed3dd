/** Guesses what was meant by a key that is not base32. */
import { decodeHexadecimal } from './decode-hexadecimal.ts'

export type Base32Suggestion =
  /** Digits that look like letters of the alphabet, read as these: the whole key, in canonical form. */
  | { readonly kind: 'look_alikes'; readonly key: string }
  /** The key is hexadecimal. */
  | { readonly kind: 'hexadecimal'; readonly bytes: Uint8Array }

/** What Google's app makes of 0 and 1, and 8 for the same reason. Nothing in the alphabet looks like a 9. */
const lookAlikes: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '8': 'B' }

/** Offers a reading of a text that has at least one bad character, or none if it cannot be saved. */
export function suggestKey(text: string): Base32Suggestion | undefined {
  const plain = text.replace(/[\s\p{Pd}\p{Cf}=]/gu, '')
  const bytes = decodeHexadecimal(plain)
  if (bytes !== undefined) return { kind: 'hexadecimal', bytes }
  if (!/^[a-z2-7018]{2,}$/i.test(plain)) return undefined
  const key = plain.toUpperCase().replace(/[018]/g, (digit) => lookAlikes[digit] ?? digit)
  return { kind: 'look_alikes', key }
}
