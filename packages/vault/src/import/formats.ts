/** Every format that is read, in the order in which they are told apart by their content. */
import { isUnmarkedBinary } from './andotp/is-unmarked-binary.ts'
import type { Format } from './import-reading.ts'
import { listOf, recordOf } from './json-access.ts'
import { moreFormats } from './more-formats.ts'
import { hasUri, isMigrations } from './otpauth/uri-texts.ts'
import { looksLikeJson } from './source.ts'

/** Those with a mark of their own: first bytes, or the shape of their JSON. */
const marked: readonly Format[] = [
  {
    name: 'sallyport',
    recognises: ({ text = '', json }) =>
      recordOf(json)?.['format'] === 'sallyport-vault' || text.startsWith('{"format":"sallyport-vault"'),
    load: async () => (await import('./sallyport/read-sallyport.ts')).readSallyport,
  },
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
  {
    name: 'kdbx',
    recognises: ({ bytes }) => beginsWith(bytes, 0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5),
    load: async () => (await import('./keepass/read-kdbx.ts')).readKdbx,
  },
  {
    name: 'freeotp',
    recognises: ({ bytes }) => beginsWith(bytes, 0xac, 0xed, 0, 5),
    load: async () => (await import('./freeotp/read-freeotp-backup.ts')).readFreeOtpBackup,
  },
  {
    name: 'freeotp',
    recognises: ({ text = '' }) =>
      /^\s*<\?xml[^>]*>\s*<map\b/.test(text) && /tokenOrder|issuerExt/.test(text),
    load: async () => (await import('./freeotp/read-freeotp-preferences.ts')).readFreeOtpPreferences,
  },
  {
    name: 'freeotp-plus',
    recognises: ({ json }) => has(json, 'tokens', 'tokenOrder'),
    load: async () => (await import('./freeotp/read-freeotp-plus.ts')).readFreeOtpPlus,
  },
  {
    name: 'andotp',
    recognises: ({ json }) =>
      hasRecord(json, 'secret', 'thumbnail') || hasRecord(json, 'secret', 'last_used'),
    load: async () => (await import('./andotp/read-andotp.ts')).readAndOtp,
  },
  {
    name: 'bitwarden',
    recognises: ({ json }) => has(json, 'encrypted', 'items') || has(json, 'encrypted', 'data'),
    load: async () => (await import('./bitwarden/read-bitwarden.ts')).readBitwarden,
  },
]

/** Those that take what nothing else has claimed. */
const loose: readonly Format[] = [
  {
    name: 'bitwarden',
    recognises: ({ text = '' }) => /^"?folder"?,"?favorite"?,/.test(text),
    load: async () => (await import('./bitwarden/read-bitwarden-csv.ts')).readBitwardenCsv,
  },
  {
    name: 'keepassxc-csv',
    recognises: ({ text = '' }) => /^"?Group"?,"?Title"?,"?Username"?,/.test(text),
    load: async () => (await import('./keepass/read-keepassxc-csv.ts')).readKeePassXcCsv,
  },
  {
    name: 'google',
    recognises: ({ text = '' }) => isMigrations(text),
    load: async () => (await import('./google/read-google.ts')).readGoogle,
  },
  {
    name: 'otpauth',
    recognises: ({ text = '' }) => !looksLikeJson(text) && hasUri(text),
    load: async () => (await import('./otpauth/read-uri-list.ts')).readUriList,
  },
  {
    name: 'andotp',
    recognises: ({ json }) => hasRecord(json, 'secret', 'label', 'type'),
    load: async () => (await import('./andotp/read-andotp.ts')).readAndOtp,
  },
  {
    name: 'andotp',
    recognises: isUnmarkedBinary,
    load: async () => (await import('./andotp/read-andotp.ts')).readSealedAndOtp,
  },
]

export const formats: readonly Format[] = [...marked, ...moreFormats, ...loose]

function has(json: unknown, ...members: readonly string[]): boolean {
  const record = recordOf(json)
  return record !== undefined && members.every((member) => Object.hasOwn(record, member))
}

function hasRecord(json: unknown, ...members: readonly string[]): boolean {
  return listOf(json)?.some((record) => has(record, ...members)) ?? false
}

function beginsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
