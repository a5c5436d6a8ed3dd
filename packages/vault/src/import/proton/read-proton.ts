/** Reads Proton Authenticator's export (version 1), plain or encrypted. */
import { decodeBase64 } from '../../base64.ts'
import { argon2 } from '../../kdf/bounded.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { type EntryOutcome, malformed } from '../entry-of.ts'
import { entryOfKeyOrUri } from '../entry-of-key-or-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'
import { openGcm } from '../open-sealed.ts'
import { decodeText, parseJson } from '../source.ts'

const COST = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 } as const
const COVERED = new TextEncoder().encode('proton.authenticator.export.v1')
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function readProton({ json }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readEntries(json))
}

export async function readSealedProton(
  { json }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const file = recordOf(json) ?? {}
  const salt = decodeBase64(textOf(file['salt']))
  const content = decodeBase64(textOf(file['content']))
  if (salt?.length !== SALT_BYTES || content === undefined) return refused('proton', 'file_damaged')
  if (content.length < NONCE_BYTES + TAG_BYTES) return refused('proton', 'file_damaged')
  if (password === undefined) return passwordNeeded('proton')
  const key = await argon2(password, salt, COST)
  if (typeof key === 'string') return refused('proton', key)
  const opened = await openGcm(key, content.subarray(0, NONCE_BYTES), content.subarray(NONCE_BYTES), COVERED)
  return opened === undefined ? passwordWrong('proton') : readEntries(parseJson(decodeText(opened) ?? ''))
}

function readEntries(json: unknown): ImportReading {
  const entries = listOf(recordOf(json)?.['entries'])
  if (entries === undefined) return refused('proton', 'file_damaged')
  return collectEntries('proton', entries, (entry) => entryOfRecord(recordOf(entry)))
}

/** The URI has the names, but for Steam's, which has none. */
function entryOfRecord(entry: JsonRecord | undefined): EntryOutcome {
  const content = recordOf(entry?.['content'])
  if (entry === undefined || content === undefined) return malformed
  const uri = textOf(content['uri'])
  const name = textOf(content['name'])
  if (uri === '') return { problem: 'secret_missing', label: name }
  const account = name.toLowerCase() === 'steam' ? '' : name
  const outcome = entryOfKeyOrUri(uri, { issuer: '', account })
  if (!('draft' in outcome)) return outcome
  const notes = [outcome.draft.note, textOf(entry['note'])]
  return { ...outcome, draft: { ...outcome.draft, note: notes.filter((note) => note !== '').join('\n') } }
}
