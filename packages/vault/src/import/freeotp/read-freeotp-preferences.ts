/** Reads the preferences file of FreeOTP 1: one string of JSON for each token. */
import { collectEntries, refused } from '../collect-entries.ts'
import type { EntryOutcome } from '../entry-of.ts'
import { entryOfUri } from '../entry-of-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { recordOf, signedBytesOf } from '../json-access.ts'
import { parseJson } from '../source.ts'
import { readXml, type XmlElement } from '../xml.ts'
import { entryOfToken } from './entry-of-token.ts'

export function readFreeOtpPreferences({ text = '' }: ImportSource): Promise<ImportReading> {
  const map = readXml(text)
  const strings = map?.children.filter(
    ({ name, attributes }) => name === 'string' && attributes.get('name') !== 'tokenOrder',
  )
  return Promise.resolve(
    strings === undefined
      ? refused('freeotp', 'file_damaged')
      : collectEntries('freeotp', strings, entryOfString),
  )
}

/** The first versions kept URIs. */
function entryOfString({ attributes, text }: XmlElement): EntryOutcome {
  const token = recordOf(parseJson(text))
  if (token !== undefined) return entryOfToken(token, signedBytesOf(token['secret']), 'last')
  if (/^\s*otpauth:/i.test(text)) return entryOfUri(text)
  return { problem: 'malformed', label: attributes.get('name') ?? '' }
}
