/** Names of virtual MFA devices: how one is kept, what makes two the same, and the slug that the serial ends with. */

const LONGEST = 64

/** Control characters, halves of characters, line breaks, and what is invisible but the joiners that scripts need. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

export type DeviceName = {
  /** As it is shown: NFC, trimmed. */
  readonly name: string
  /** What is compared, so that letter case makes no difference. */
  readonly key: string
}

/** @returns undefined for what is no name: nothing to see, more than 64 code points, control or bidirectional characters */
export function deviceNameOf(typed: string): DeviceName | undefined {
  const name = typed.normalize('NFC').trim()
  const length = Array.from(name).length
  if (length < 1 || length > LONGEST || UNPRINTABLE.test(name) || !VISIBLE.test(name)) return undefined
  return { name, key: name.toUpperCase().toLowerCase().normalize('NFC') }
}

/** The name in ASCII letters, digits and hyphens, as the RAM interface writes them; `device` where nothing is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? 'device' : slug
}

/** The slug itself, or with `-2`, `-3` … where it is taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const all = new Set(taken)
  if (!all.has(slug)) return slug
  for (let number = 2; ; number++) {
    const candidate = `${slug}-${number}`
    if (!all.has(candidate)) return candidate
  }
}

/** A name to begin with, that the principal has not given yet. */
export function suggestedName(taken: readonly string[]): string {
  const keys = new Set(taken.map((name) => deviceNameOf(name)?.key))
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'Authenticator' : `Authenticator ${number}`
    if (!keys.has(deviceNameOf(name)?.key)) return name
  }
}
