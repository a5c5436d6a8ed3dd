/** The letter and the colour of an account's tile: always the same for the same issuer. */
import type { Entry } from '@sallyport/vault'

/** As list.module.css has them. */
const SHADES = 8

type Named = Pick<Entry, 'issuer' | 'account' | 'letter'>

export function letterOf({ letter, issuer, account }: Named): string {
  const [first] = new Intl.Segmenter().segment(letter.trim() || issuer.trim() || account.trim())
  return first === undefined ? '?' : first.segment.toLocaleUpperCase()
}

export function shadeOf({ issuer, account }: Named): number {
  let sum = 0
  for (const character of (issuer || account).toLowerCase())
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % SHADES
}
