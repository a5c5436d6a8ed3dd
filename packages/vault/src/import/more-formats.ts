/** The formats of the smaller apps, each recognised by the shape of its content. */
import type { Format } from './import-reading.ts'
import { recordOf, textOf } from './json-access.ts'
import { hasMembers, isListWith } from './json-shape.ts'
import { isRaivoFile } from './raivo/is-raivo-file.ts'
import { steamAccounts } from './steam/steam-accounts.ts'
import { isTextFile, isWinAuthText } from './winauth/winauth-text.ts'
import { zipNames } from './zip/zip-names.ts'

/** Told apart by their first bytes and, in an archive, by the names in it. */
const ofBytes: readonly Format[] = [
  {
    name: 'raivo',
    recognises: ({ bytes }) => zipNames(bytes).some(isRaivoFile),
    load: async () => (await import('./raivo/read-raivo.ts')).readRaivoZip,
  },
  {
    name: 'winauth',
    recognises: ({ bytes }) => zipNames(bytes).some(isTextFile),
    load: async () => (await import('./winauth/read-winauth.ts')).readWinAuthZip,
  },
]

/** Told apart by their JSON. */
const ofJson: readonly Format[] = [
  {
    name: 'raivo',
    recognises: ({ json }) => isListWith(json, 'secret', 'kind'),
    load: async () => (await import('./raivo/read-raivo.ts')).readRaivo,
  },
  {
    name: 'lastpass',
    recognises: ({ json }) => isListWith(recordOf(json)?.['accounts'], 'issuerName'),
    load: async () => (await import('./lastpass/read-lastpass.ts')).readLastPass,
  },
  {
    name: 'steam',
    recognises: ({ json }) => steamAccounts(json).length > 0,
    load: async () => (await import('./steam/read-steam.ts')).readSteam,
  },
  {
    name: 'duo',
    recognises: ({ json }) => isListWith(json, 'name', 'otpGenerator'),
    load: async () => (await import('./duo/read-duo.ts')).readDuo,
  },
  {
    name: '2fauth',
    recognises: ({ json }) =>
      hasMembers(json, 'app', 'schema', 'data') && textOf(recordOf(json)?.['app']).startsWith('2fauth_'),
    load: async () => (await import('./two-fauth/read-two-fauth.ts')).readTwoFauth,
  },
]

/** Told apart by how their URIs are written. */
const ofText: readonly Format[] = [
  {
    name: 'winauth',
    recognises: ({ text = '' }) => isWinAuthText(text),
    load: async () => (await import('./winauth/read-winauth.ts')).readWinAuth,
  },
]

export const moreFormats: readonly Format[] = [...ofBytes, ...ofJson, ...ofText]
