/** Reads Ente Auth's export: a list of URIs, plain or encrypted (its documentation of the export format, version 1). */
import { decodeBase64 } from '../../base64.ts'
import { argon2 } from '../../kdf/bounded.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { entryOfUri } from '../entry-of-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { recordOf, textOf, wholeOf } from '../json-access.ts'
import { uriLines } from '../otpauth/uri-texts.ts'
import { decodeText } from '../source.ts'
import { HEADER_BYTES, LEAST_BYTES, openSecretstream } from './open-secretstream.ts'

const SALT_BYTES = 16

export function readEnte({ text = '' }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readLines(text))
}

export async function readSealedEnte(
  { json }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const file = recordOf(json) ?? {}
  const parameters = recordOf(file['kdfParams']) ?? {}
  const salt = decodeBase64(textOf(parameters['salt']))
  const header = decodeBase64(textOf(file['encryptionNonce']))
  const sealed = decodeBase64(textOf(file['encryptedData']))
  const memoryBytes = wholeOf(parameters['memLimit'])
  const passes = wholeOf(parameters['opsLimit'])
  if (memoryBytes === undefined || passes === undefined) return refused('ente', 'file_damaged')
  if (salt?.length !== SALT_BYTES || header?.length !== HEADER_BYTES || sealed === undefined)
    return refused('ente', 'file_damaged')
  if (sealed.length < LEAST_BYTES) return refused('ente', 'file_damaged')
  if (password === undefined) return passwordNeeded('ente')
  const key = await argon2(password, salt, { memoryKiB: Math.floor(memoryBytes / 1024), passes, lanes: 1 })
  if (typeof key === 'string') return refused('ente', key)
  const opened = openSecretstream(key, header, sealed)
  if (opened === undefined) return passwordWrong('ente')
  const text = decodeText(opened)
  return text === undefined ? refused('ente', 'file_damaged') : readLines(text)
}

/** No line at all is an export without accounts: the password has proved the file. */
function readLines(text: string): ImportReading {
  return collectEntries('ente', uriLines(text), (line) => entryOfUri(String(line)))
}
