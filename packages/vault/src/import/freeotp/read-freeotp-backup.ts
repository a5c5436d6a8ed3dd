/** Reads the backup of FreeOTP 2: keys encrypted under a master key, and that under the password. */

import { nameOf } from '../../entry/name-of.ts'
import { type Derivation, type Pbkdf2Cost, pbkdf2 } from '../../kdf/bounded.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import type { EntryOutcome } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, recordOf, signedBytesOf, textOf, wholeOf } from '../json-access.ts'
import { openGcm } from '../open-sealed.ts'
import { parseJson } from '../source.ts'
import { entryOfToken, namesOfToken } from './entry-of-token.ts'
import { readJavaStrings } from './java-strings.ts'

const TOKEN = '-token'
const hashes: ReadonlyMap<string, Pbkdf2Cost['hash']> = new Map([
  ['PBKDF2withHmacSHA1', 'SHA-1'],
  ['PBKDF2withHmacSHA256', 'SHA-256'],
  ['PBKDF2withHmacSHA512', 'SHA-512'],
])

export async function readFreeOtpBackup(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const strings = readJavaStrings(bytes)
  const masterKey = recordOf(parseJson(strings?.get('masterKey') ?? ''))
  if (strings === undefined || masterKey === undefined) return refused('freeotp', 'file_damaged')
  if (password === undefined) return passwordNeeded('freeotp')
  const derived = await derive(masterKey, password)
  if (typeof derived === 'string') return refused('freeotp', derived)
  const key = await openKey(derived, recordOf(masterKey['mEncryptedKey']))
  if (key === 'malformed') return refused('freeotp', 'file_damaged')
  if (key === undefined) return passwordWrong('freeotp')
  const outcomes: EntryOutcome[] = []
  for (const [name, text] of strings) {
    if (!name.endsWith(TOKEN)) continue
    outcomes.push(await entryOfStrings(text, strings.get(name.slice(0, -TOKEN.length)), key))
  }
  return collectEntries('freeotp', outcomes, (outcome) => outcome)
}

function derive(masterKey: JsonRecord, password: string): Promise<Derivation> {
  const hash = hashes.get(textOf(masterKey['mAlgorithm']))
  const salt = signedBytesOf(masterKey['mSalt'])
  if (hash === undefined || salt === undefined) return Promise.resolve('file_damaged')
  return pbkdf2(password, salt, { hash, rounds: wholeOf(masterKey['mIterations']) ?? 0 })
}

async function entryOfStrings(
  text: string,
  sealed: string | undefined,
  masterKey: Uint8Array,
): Promise<EntryOutcome> {
  const token = recordOf(parseJson(text))
  if (token === undefined) return { problem: 'malformed', label: '' }
  if (sealed === undefined) return entryOfToken(token, undefined, 'next')
  const secret = await openKey(masterKey, recordOf(parseJson(textOf(recordOf(parseJson(sealed))?.['key']))))
  if (secret === undefined || secret === 'malformed')
    return { problem: 'secret_bad', label: nameOf(namesOfToken(token)) }
  return entryOfToken(token, secret, 'next')
}

/** AES-GCM with what the key is for as its additional data; the nonce stands in DER. */
async function openKey(
  key: Uint8Array,
  sealed: JsonRecord | undefined,
): Promise<Uint8Array | undefined | 'malformed'> {
  const text = signedBytesOf(sealed?.['mCipherText'])
  const nonce = nonceOf(signedBytesOf(sealed?.['mParameters']))
  if (sealed === undefined || text === undefined || nonce === undefined) return 'malformed'
  if (textOf(sealed['mCipher']) !== 'AES/GCM/NoPadding') return 'malformed'
  return openGcm(key, nonce, text, new TextEncoder().encode(textOf(sealed['mToken'])))
}

/** A sequence that begins with the nonce as a string of octets (RFC 5084, 3.2). */
function nonceOf(der: Uint8Array | undefined): Uint8Array | undefined {
  if (der?.[0] !== 0x30 || der[2] !== 0x04) return undefined
  const length = der[3] ?? 0
  return length > 0 && der.length >= 4 + length ? der.subarray(4, 4 + length) : undefined
}
