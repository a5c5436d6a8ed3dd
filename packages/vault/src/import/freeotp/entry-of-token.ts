/** Makes an entry of a token as FreeOTP and FreeOTP+ write it. */
import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { type EntryOutcome, entryOf } from '../entry-of.ts'
import { counterOf, type JsonRecord, textOf, wholeOf } from '../json-access.ts'

/**
 * @param counts what the file's counter is: that of the last code (FreeOTP 1 and FreeOTP+), or of the next (FreeOTP 2)
 */
export function entryOfToken(
  token: JsonRecord,
  secret: Uint8Array | undefined,
  counts: 'last' | 'next',
): EntryOutcome {
  const { issuer, account } = namesOfToken(token)
  const refuse = (problem: 'kind_unknown' | 'secret_missing') => ({
    problem,
    label: nameOf({ issuer, account }),
  })
  const kind = kindOf(token, issuer)
  if (kind === undefined) return refuse('kind_unknown')
  if (secret === undefined || secret.length === 0) return refuse('secret_missing')
  return entryOf({
    kind,
    issuer,
    account,
    secret,
    algorithm: token['algo'],
    digits: token['digits'],
    period: token['period'],
    counter: counts === 'last' ? following(token['counter']) : token['counter'],
  })
}

/** What people have edited wins over what the QR code said. */
export function namesOfToken(token: JsonRecord): { readonly issuer: string; readonly account: string } {
  return {
    issuer: textOf(token['issuerAlt']) || textOf(token['issuerExt']) || textOf(token['issuerInt']),
    account: textOf(token['labelAlt']) || textOf(token['label']),
  }
}

/** Both apps know Steam by the issuer's name alone; with six digits somebody has meant them. */
function kindOf(token: JsonRecord, issuer: string): CodeKind['kind'] | undefined {
  const type = textOf(token['type']).toUpperCase()
  if (type === 'HOTP') return 'hotp'
  if (type !== 'TOTP' && type !== '') return undefined
  const digits = wholeOf(token['digits'])
  const isSteam = issuer.toLowerCase() === 'steam' && (digits === undefined || digits === 5)
  return isSteam ? 'steam' : 'totp'
}

/** A token that has shown no code yet may count from -1. */
function following(counter: unknown): unknown {
  if (counter === -1 || counter === '-1') return 0n
  const last = counterOf(counter)
  return last === undefined ? counter : last + 1n
}
