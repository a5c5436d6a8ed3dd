/** Reads exports of Bitwarden and of Bitwarden Authenticator as JSON, plain or protected by a password. */
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { type EntryOutcome, malformed } from '../entry-of.ts'
import { entryOfKeyOrUri } from '../entry-of-key-or-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { listOf, recordOf, textOf, wholeOf } from '../json-access.ts'
import { decodeText, parseJson } from '../source.ts'
import { openProtected } from './open-protected.ts'

const LOGIN = 1

export async function readBitwarden(
  { json }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const file = recordOf(json) ?? {}
  if (file['encrypted'] !== true) return readItems(json)
  if (file['passwordProtected'] !== true) return refused('bitwarden', 'bound_to_account')
  if (password === undefined) return passwordNeeded('bitwarden')
  const opening = await openProtected(file, password)
  if (opening === 'password_wrong') return passwordWrong('bitwarden')
  if (typeof opening === 'string') return refused('bitwarden', opening)
  return readItems(parseJson(decodeText(opening) ?? ''))
}

/** Notes stay behind: in a password manager they may be anything. */
function readItems(json: unknown): ImportReading {
  const file = recordOf(json) ?? {}
  const items = listOf(file['items'])
  if (items === undefined) return refused('bitwarden', 'file_damaged')
  const folders = new Map(
    (listOf(file['folders']) ?? [])
      .map((folder) => recordOf(folder) ?? {})
      .map((folder) => [textOf(folder['id']), textOf(folder['name'])]),
  )
  return collectEntries('bitwarden', items, (item) => entryOfItem(item, folders))
}

/** Only logins with codes are accounts. */
function entryOfItem(item: unknown, folders: ReadonlyMap<string, string>): EntryOutcome | undefined {
  const record = recordOf(item)
  if (record === undefined) return malformed
  const login = recordOf(record['login']) ?? {}
  const totp = textOf(login['totp'])
  if (wholeOf(record['type']) !== LOGIN || totp === '') return undefined
  return entryOfKeyOrUri(totp, {
    issuer: textOf(record['name']),
    account: textOf(login['username']),
    tags: [folders.get(textOf(record['folderId'])) ?? ''],
    pinned: record['favorite'] === true,
  })
}
