/** The formats of the smaller apps, each recognised by the shape of its content. */
import type { Format } from './import-reading.ts'
import { recordOf, textOf } from './json-access.ts'
import { hasMembers, isListWith } from './json-shape.ts'
import { steamAccounts } from './steam/steam-accounts.ts'

/** Told apart by their JSON. */
const ofJson: readonly Format[] = [
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

export const moreFormats: readonly Format[] = [...ofJson]
