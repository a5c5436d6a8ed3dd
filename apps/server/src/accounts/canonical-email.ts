/** The one function that turns a typed email address into the address that is kept and the key that finds it. */
import { domainToASCII } from 'node:url'

export type CanonicalEmail = {
  /** What is written to. */
  readonly address: string
  /** What is compared: lower case, domain in ASCII. Two spellings of one mailbox have one key. */
  readonly key: string
}

const LONGEST_BYTES = 254
const LONGEST_LOCAL_BYTES = 64
/** Dot-atom of RFC 5322, 3.2.3, with letters and digits of any script (RFC 6531); quoted forms are not taken. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** An account's alias has no dot, so a name after `@` without one is no mail domain; `localhost` is, for trying things out. */
const DOTLESS_DOMAINS: ReadonlySet<string> = new Set(['localhost'])

/**
 * Normalises first (NFC), then validates, then compares. Refused are look-alikes (whatever compatibility normalisation
 * would change, such as U+FF20 for `@`), control, bidirectional and zero-width characters, and letters of several scripts
 * in the local part (security.md 1E, E10).
 *
 * @returns undefined for what is no address that can be used
 */
export function canonicalEmail(typed: string): CanonicalEmail | undefined {
  const text = typed.trim().normalize('NFC')
  if (text !== text.normalize('NFKC') || /[\p{C}\p{Z}]/u.test(text)) return undefined
  const parts = text.split('@')
  const [local, domain] = parts
  if (
    parts.length !== 2 ||
    local === undefined ||
    domain === undefined ||
    !LOCAL.test(local) ||
    mixesScripts(local)
  )
    return undefined
  const asciiDomain = domainToASCII(domain)
  if (!DOMAIN.test(asciiDomain) || (!asciiDomain.includes('.') && !DOTLESS_DOMAINS.has(asciiDomain)))
    return undefined
  if (/^[\d.]+$/.test(asciiDomain)) return undefined
  const address = `${local}@${asciiDomain}`
  if (Buffer.byteLength(local) > LONGEST_LOCAL_BYTES || Buffer.byteLength(address) > LONGEST_BYTES)
    return undefined
  return { address, key: `${foldCase(local)}@${asciiDomain}` }
}

/**
 * Simple case folding, letter by letter: by way of the capital, so that both small sigmas are one letter. A letter whose
 * capital is more than one (sharp s), or that of another letter (dotless i), stays itself.
 */
function foldCase(text: string): string {
  const folded = Array.from(text, (letter) => {
    const capital = letter.toUpperCase()
    return Array.from(capital).length > 1 || letter === '\u0131'
      ? letter.toLowerCase()
      : capital.toLowerCase()
  })
  return folded.join('').normalize('NFC')
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/** Latin beside Cyrillic and the like is how one address is made to look as another. */
function mixesScripts(text: string): boolean {
  return SCRIPTS.filter((script) => script.test(text)).length > 1
}
