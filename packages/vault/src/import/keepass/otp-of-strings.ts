/** Finds the codes of a KeePass entry in its strings, as the programs that read KDBX keep them. */
import { decodeBase64 } from '../../base64.ts'
import { type EntryOutcome, entryOf } from '../entry-of.ts'
import { entryOfKeyOrUri, type LoginNames } from '../entry-of-key-or-uri.ts'
import { decodeHexadecimal } from '../hexadecimal.ts'

type Strings = ReadonlyMap<string, string>

/** Undefined where the entry has no codes. */
export function otpOfStrings(strings: Strings, login: LoginNames): EntryOutcome | undefined {
  const otp = trimmed(strings, 'otp')
  if (otp !== '') return /^key=|&key=/i.test(otp) ? ofKeeOtp(otp, login) : entryOfKeyOrUri(otp, login)
  if (strings.has('TOTP Seed')) return ofSeedAndSettings(strings, login)
  for (const prefix of ['TimeOtp', 'HmacOtp'] as const) {
    const secret = secretOf(strings, prefix)
    if (secret !== undefined) return ofKeePass(strings, prefix, secret, login)
  }
  return undefined
}

/** KeeOtp: `key=B32&size=6&step=30&otpHashMode=Sha1`. */
function ofKeeOtp(text: string, login: LoginNames): EntryOutcome {
  const query = new URLSearchParams(text)
  const isCounted = query.get('type')?.toLowerCase() === 'hotp'
  return entryOf({
    ...login,
    kind: isCounted ? 'hotp' : 'totp',
    secret: query.get('key') ?? '',
    algorithm: query.get('otpHashMode'),
    digits: query.get('size'),
    period: query.get('step'),
    counter: query.get('counter'),
  })
}

/** Seconds and digits, or an S for Steam: `30;6`. */
function ofSeedAndSettings(strings: Strings, login: LoginNames): EntryOutcome {
  const [period, digits] = trimmed(strings, 'TOTP Settings').split(';')
  const isSteam = digits?.trim().toUpperCase() === 'S'
  return entryOf({
    ...login,
    kind: isSteam ? 'steam' : 'totp',
    secret: trimmed(strings, 'TOTP Seed'),
    period,
    digits,
  })
}

function ofKeePass(
  strings: Strings,
  prefix: 'TimeOtp' | 'HmacOtp',
  secret: string | Uint8Array,
  login: LoginNames,
): EntryOutcome {
  return entryOf({
    ...login,
    kind: prefix === 'TimeOtp' ? 'totp' : 'hotp',
    secret,
    algorithm: strings.get(`${prefix}-Algorithm`),
    digits: strings.get(`${prefix}-Length`),
    period: strings.get(`${prefix}-Period`),
    counter: strings.get(`${prefix}-Counter`),
  })
}

/** KeePass 2 lets people choose how they write it; text that cannot be read is given on as it stands, and refused. */
function secretOf(strings: Strings, prefix: string): string | Uint8Array | undefined {
  const base32 = strings.get(`${prefix}-Secret-Base32`)
  if (base32 !== undefined) return base32
  const hexadecimal = strings.get(`${prefix}-Secret-Hex`)
  if (hexadecimal !== undefined) return decodeHexadecimal(hexadecimal.replaceAll(/\s/g, '')) ?? '?'
  const base64 = strings.get(`${prefix}-Secret-Base64`)
  if (base64 !== undefined) return decodeBase64(base64) ?? '?'
  const text = strings.get(`${prefix}-Secret`)
  return text === undefined ? undefined : new TextEncoder().encode(text)
}

function trimmed(strings: Strings, name: string): string {
  return (strings.get(name) ?? '').trim()
}
