/** Writes otpauth URIs in the form that every app reads. */
import { encodeBase32 } from '../base32/encode-base32.ts'
import { standardShape } from '../shape.ts'
import type { OtpauthUri } from './otpauth-uri.ts'

/** What is to be written; a TOTP of the standard shape where nothing else is said. */
export type OtpauthParts = Pick<OtpauthUri, 'issuer' | 'account' | 'key'> &
  Partial<Pick<OtpauthUri, 'type' | 'algorithm' | 'digits' | 'periodSeconds' | 'counter' | 'pin'>>

/**
 * Writes an account as a URI: the issuer as prefix and as parameter, algorithm, digits and period always, spaces as
 * `%20`, the secret in upper case without padding.
 *
 * A Steam, Yandex or mOTP account is written as Aegis does. Notes, tags and colours are other apps' matter and left
 * out. The URI holds the key: it is as secret as that.
 *
 * Key URI format of Google's app.
 */
export function writeOtpauthUri(parts: OtpauthParts): string {
  const { type = 'totp' } = parts
  const issuer = encode(parts.issuer)
  const pairs = [
    ['secret', type === 'motp' ? encodeHexadecimal(parts.key) : encodeBase32(parts.key)],
    ...(issuer === '' ? [] : [['issuer', issuer]]),
    ...shapePairs(type, parts),
    ...pinPairs(type, parts.pin),
  ]
  const query = pairs.map(([name, value]) => `${name}=${value}`).join('&')
  return `${beginnings[type]}${label(issuer, encode(parts.account))}?${query}`
}

const beginnings: Readonly<Record<OtpauthUri['type'], string>> = {
  totp: 'otpauth://totp/',
  hotp: 'otpauth://hotp/',
  steam: 'otpauth://steam/',
  yandex: 'otpauth://yaotp/',
  motp: 'motp://',
}

type Pairs = readonly (readonly [name: string, value: string])[]

/** A colon in a name is encoded; a raw one in front says that it separates nothing. */
function label(issuer: string, account: string): string {
  return issuer === '' && !account.includes('%3A') ? account : `${issuer}:${account}`
}

function shapePairs(type: OtpauthUri['type'], parts: OtpauthParts): Pairs {
  if (type !== 'totp' && type !== 'hotp') return []
  const { algorithm, digits, periodSeconds, counter } = { ...standardShape, counter: 0n, ...parts }
  return [
    ['algorithm', algorithm],
    ['digits', String(digits)],
    type === 'totp' ? ['period', String(periodSeconds)] : ['counter', String(counter)],
  ]
}

function pinPairs(type: OtpauthUri['type'], pin: string | undefined): Pairs {
  if (pin === undefined) return []
  if (type === 'motp') return [['pin', encode(pin)]]
  return type === 'yandex' ? [['pin', encodeBase32(Uint8Array.from(pin, codeUnit))]] : []
}

function codeUnit(character: string): number {
  return character.charCodeAt(0)
}

/** Halves of characters, which no URI can hold, become the replacement character. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function encodeHexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
