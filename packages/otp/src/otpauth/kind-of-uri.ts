/** Tells the kinds of URI apart, and the pictures that look like one and are for something else. */
import type { OtpauthProblem, OtpauthUri } from './otpauth-uri.ts'
import { cut, decodePart, decodeValue, firstValue, type SplitUri } from './split-uri.ts'

/** The kind of account, and where in the URI its parts stand, all still encoded. */
export type Kind = {
  readonly type: OtpauthUri['type']
  /** Nothing but the issuer's name says that it is Steam. */
  readonly byIssuer: boolean
  readonly label: string
  readonly issuer: string | undefined
  readonly secret: string | undefined
}

/** What other QR codes begin with that people scan by mistake, in lower case. */
const foreign: readonly (readonly [beginning: string, problem: OtpauthProblem])[] = [
  ['otpauth-migration:', 'google_migration'],
  ['otpauth://pipush/', 'privacyidea_push'],
  ['phonefactor:', 'microsoft_push'],
  ['fido:/', 'passkey'],
]

export function foreignCode(text: string): OtpauthProblem | undefined {
  const lower = text.toLowerCase()
  const found = foreign.find(([beginning]) => lower.startsWith(beginning))?.[1]
  return found ?? (/^(otpauth|steam|motp):\/\//.test(lower) ? undefined : 'not_an_account')
}

/** Says what kind of account a URI holds, or nothing where its type has no name here. */
export function kindOf(uri: SplitUri): Kind | undefined {
  const issuer = firstValue(uri, 'issuer')
  const secret = firstValue(uri, 'secret')
  if (uri.scheme === 'steam')
    return { type: 'steam', byIssuer: false, label: '', issuer: 'Steam', secret: uri.authority }
  if (uri.scheme === 'motp') return { type: 'motp', byIssuer: false, label: uri.authority, issuer, secret }

  const plain = { byIssuer: false, label: uri.path, issuer, secret }
  switch (uri.authority.toLowerCase()) {
    case 'totp':
      if (saysSteam(uri)) return { ...plain, type: 'steam' }
      return isSteamByIssuer(uri) ? { ...plain, type: 'steam', byIssuer: true } : { ...plain, type: 'totp' }
    case 'hotp':
      return { ...plain, type: 'hotp' }
    case 'steam':
      return { ...plain, type: 'steam' }
    case 'yaotp':
      return { ...plain, type: 'yandex' }
    case 'motp':
      return { ...plain, type: 'motp' }
    default:
      return undefined
  }
}

/** `encoder=steam`, as KeePassXC writes it, or a parameter of that name. */
function saysSteam(uri: SplitUri): boolean {
  const encoder = firstValue(uri, 'encoder') ?? ''
  return encoder.toLowerCase() === 'steam' || uri.parameters.some(({ name }) => name === 'steam')
}

function isSteamByIssuer(uri: SplitUri): boolean {
  const digits = firstValue(uri, 'digits') ?? '5'
  const [prefix] = cut(decodePart(uri.path), ':')
  const issuer = firstValue(uri, 'issuer')
  const name = issuer === undefined ? prefix : decodeValue(issuer)
  const isNamed = issuer !== undefined || decodePart(uri.path).includes(':')
  return isNamed && digits.trim() === '5' && name.trim().toLowerCase() === 'steam'
}
