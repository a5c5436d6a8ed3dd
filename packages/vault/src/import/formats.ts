/** Every format that is read, in the order in which they are told apart by their content. */
import type { Format } from './import-reading.ts'
import { recordOf } from './json-access.ts'
import { moreFormats } from './more-formats.ts'
import { hasUri, isMigrations } from './otpauth/uri-texts.ts'

/** Those with a mark of their own: first bytes, or the shape of their JSON. */
const marked: readonly Format[] = [
  {
    name: 'aegis',
    recognises: ({ json }) => has(json, 'header', 'db'),
    load: async () => (await import('./aegis/read-aegis.ts')).readAegis,
  },
  {
    name: '2fas',
    recognises: ({ json }) => has(json, 'schemaVersion', 'services'),
    load: async () => (await import('./two-fas/read-two-fas.ts')).readTwoFas,
  },
]

/** Those that take what nothing else has claimed. */
const loose: readonly Format[] = [
  {
    name: 'google',
    recognises: ({ text = '' }) => isMigrations(text),
    load: async () => (await import('./google/read-google.ts')).readGoogle,
  },
  {
    name: 'otpauth',
    recognises: ({ text = '', json }) => json === undefined && hasUri(text),
    load: async () => (await import('./otpauth/read-uri-list.ts')).readUriList,
  },
]

export const formats: readonly Format[] = [...marked, ...moreFormats, ...loose]

function has(json: unknown, ...members: readonly string[]): boolean {
  const record = recordOf(json)
  return record !== undefined && members.every((member) => Object.hasOwn(record, member))
}
