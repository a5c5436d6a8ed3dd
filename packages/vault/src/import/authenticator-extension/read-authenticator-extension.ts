/** Reads the backup of the browser extension Authenticator, plain or encrypted (versions 1 to 3 of its encryption). */
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, recordOf, textOf } from '../json-access.ts'
import { decodeText, parseJson } from '../source.ts'
import { entryOfStorage } from './entry-of-storage.ts'
import { openCryptoJs } from './open-cryptojs.ts'
import { type Passphrases, passphrasesOf } from './passphrases.ts'
import { entriesOf, isSealed } from './storage.ts'

const NAME = 'authenticator-extension'
/** What the extension itself takes for a secret that was opened. */
const SECRET = /^(?:(?:blz|bliz|stm)-.*|[a-z2-7]+=*|[0-9a-f]+)$/i

export async function readAuthenticatorExtension(
  { json }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const storage = recordOf(json) ?? {}
  const entries = entriesOf(storage)
  if (!entries.some(isSealed)) return collectEntries(NAME, entries, entryOfStorage)
  if (password === undefined) return passwordNeeded(NAME)
  const passphrases = await passphrasesOf(storage, password)
  if (passphrases === 'password_wrong') return passwordWrong(NAME)
  if (typeof passphrases === 'string') return refused(NAME, passphrases)
  const opened = await openAll(entries, passphrases)
  if (opened === undefined) return passwordWrong(NAME)
  return collectEntries(NAME, opened, (entry) => (entry === undefined ? malformed : entryOfStorage(entry)))
}

/** Undefined for an entry that does not open, and for all where none does. */
async function openAll(
  entries: readonly unknown[],
  passphrases: Passphrases,
): Promise<readonly unknown[] | undefined> {
  const opened: unknown[] = []
  let fits = false
  for (const entry of entries) {
    const sealed = isSealed(entry) ? recordOf(entry) : undefined
    const open = sealed === undefined ? entry : await openEntry(sealed, passphrases)
    if (sealed !== undefined && open !== undefined) fits = true
    opened.push(open)
  }
  return fits ? opened : undefined
}

/** The whole entry is sealed since version 3, before that its secret alone. */
async function openEntry(entry: JsonRecord, passphrases: Passphrases): Promise<JsonRecord | undefined> {
  const passphrase = passphrases.get(textOf(entry['keyId'])) ?? passphrases.get('')
  if (passphrase === undefined) return undefined
  const isWhole = entry['dataType'] === 'EncOTPStorage'
  const bytes = await openCryptoJs(textOf(entry[isWhole ? 'data' : 'secret']), passphrase)
  const text = bytes === undefined ? undefined : decodeText(bytes)
  if (text === undefined) return undefined
  if (isWhole) return recordOf(parseJson(text))
  return SECRET.test(text.replaceAll(' ', '')) ? { ...entry, secret: text } : undefined
}
