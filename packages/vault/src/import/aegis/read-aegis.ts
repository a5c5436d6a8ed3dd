/** Reads the vault of Aegis, plain or encrypted (docs/vault.md of that project, versions 1 to 3). */

import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'
import { decodeText, parseJson } from '../source.ts'
import { openVaultOfAegis } from './open-slots.ts'

export async function readAegis(
  { json }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const { header, db } = recordOf(json) ?? {}
  if (typeof db !== 'string') return readContent(db)
  const opening = await openVaultOfAegis(recordOf(header) ?? {}, db, password)
  if (opening === 'password_needed') return passwordNeeded('aegis')
  if (opening === 'password_wrong') return passwordWrong('aegis')
  if (typeof opening === 'string') return refused('aegis', opening)
  return readContent(parseJson(decodeText(opening) ?? ''))
}

function readContent(db: unknown): ImportReading {
  const content = recordOf(db) ?? {}
  const entries = listOf(content['entries'])
  if (entries === undefined) return refused('aegis', 'file_damaged')
  const groups = new Map(
    (listOf(content['groups']) ?? [])
      .map((group) => recordOf(group) ?? {})
      .map((group) => [textOf(group['uuid']), textOf(group['name'])]),
  )
  return collectEntries('aegis', entries, (entry) => entryOfRecord(recordOf(entry), groups))
}

const kinds: ReadonlyMap<string, CodeKind['kind']> = new Map([
  ['totp', 'totp'],
  ['hotp', 'hotp'],
  ['steam', 'steam'],
  ['yandex', 'yandex'],
  ['motp', 'motp'],
])

function entryOfRecord(entry: JsonRecord | undefined, groups: ReadonlyMap<string, string>): EntryOutcome {
  const info = recordOf(entry?.['info'])
  if (entry === undefined || info === undefined) return malformed
  const [issuer, account] = [textOf(entry['issuer']), textOf(entry['name'])]
  const kind = kinds.get(textOf(entry['type']).toLowerCase())
  if (kind === undefined) return { problem: 'kind_unknown', label: nameOf({ issuer, account }) }
  return entryOf({
    kind,
    issuer,
    account,
    secret: textOf(info['secret']),
    algorithm: algorithmOf(info['algo']),
    digits: info['digits'],
    period: info['period'],
    counter: info['counter'],
    pin: textOf(info['pin']),
    tags: tagsOf(entry, groups),
    note: textOf(entry['note']),
    pinned: entry['favorite'] === true,
  })
}

/** Old versions wrote MD5 for codes that Aegis itself makes with SHA-1; mOTP has no choice. */
function algorithmOf(algorithm: unknown): unknown {
  return textOf(algorithm).toUpperCase() === 'MD5' ? 'SHA1' : algorithm
}

/** One name up to version 2, any number of identifiers since. */
function tagsOf(entry: JsonRecord, groups: ReadonlyMap<string, string>): readonly string[] {
  const identifiers = listOf(entry['groups']) ?? []
  return [textOf(entry['group']), ...identifiers.map((id) => groups.get(textOf(id)) ?? '')]
}
