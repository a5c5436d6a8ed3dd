/** The formats of the smaller apps, each recognised by the shape of its content. */
import { isStorage } from './authenticator-extension/storage.ts'
import { isEnteText } from './ente/is-ente-text.ts'
import type { Format } from './import-reading.ts'
import { recordOf, textOf } from './json-access.ts'
import { hasMembers, isListWith } from './json-shape.ts'
import { uriLines } from './otpauth/uri-texts.ts'
import { isTwoStep } from './privacyidea/is-two-step.ts'
import { isProton } from './proton/is-proton.ts'
import { isRaivoFile } from './raivo/is-raivo-file.ts'
import { steamAccounts } from './steam/steam-accounts.ts'
import { stratumMark } from './stratum/stratum-mark.ts'
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
  {
    name: 'stratum',
    recognises: ({ bytes }) => stratumMark(bytes) === 'strong',
    load: async () => (await import('./stratum/read-stratum.ts')).readStrongStratum,
  },
  {
    name: 'stratum',
    recognises: ({ bytes }) => stratumMark(bytes) === 'legacy',
    load: async () => (await import('./stratum/read-stratum.ts')).readLegacyStratum,
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
    name: 'ente',
    recognises: ({ json }) => hasMembers(json, 'kdfParams', 'encryptedData'),
    load: async () => (await import('./ente/read-ente.ts')).readSealedEnte,
  },
  {
    name: 'stratum',
    recognises: ({ json }) => hasMembers(json, 'Authenticators'),
    load: async () => (await import('./stratum/read-stratum.ts')).readStratum,
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
    name: 'proton',
    recognises: ({ json }) => isProton(json),
    load: async () => (await import('./proton/read-proton.ts')).readProton,
  },
  {
    name: 'proton',
    recognises: ({ json }) => hasMembers(json, 'version', 'salt', 'content'),
    load: async () => (await import('./proton/read-proton.ts')).readSealedProton,
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
  {
    name: 'authenticator-extension',
    recognises: ({ json }) => isStorage(json),
    load: async () =>
      (await import('./authenticator-extension/read-authenticator-extension.ts')).readAuthenticatorExtension,
  },
]

/** Told apart by how their URIs are written. */
const ofText: readonly Format[] = [
  {
    name: 'privacyidea',
    recognises: ({ text = '', json }) => json === undefined && hasTwoStep(text),
    load: async () => (await import('./privacyidea/read-privacyidea.ts')).readPrivacyIdea,
  },
  {
    name: 'ente',
    recognises: ({ text = '', json }) => json === undefined && isEnteText(text),
    load: async () => (await import('./ente/read-ente.ts')).readEnte,
  },
  {
    name: 'winauth',
    recognises: ({ text = '' }) => isWinAuthText(text),
    load: async () => (await import('./winauth/read-winauth.ts')).readWinAuth,
  },
]

export const moreFormats: readonly Format[] = [...ofBytes, ...ofJson, ...ofText]

function hasTwoStep(text: string): boolean {
  return text.includes('2step_') && uriLines(text).some(isTwoStep)
}
