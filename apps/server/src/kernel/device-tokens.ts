/** The tokens that one browser holds in its one cookie: each principal that knows the browser has a token of its own. */
import { DAY } from './clock.ts'
import { Secret } from './secret.ts'

/** Newest first; of a type that is hashed by none of the functions for one token. */
export type DeviceTokens = Secret<readonly string[]>

export const NO_DEVICE_TOKENS: DeviceTokens = new Secret([])

/** So long a browser keeps the cookie; each answer that sets it begins anew. */
export const DEVICE_TOKENS_LIFE = 400 * DAY

/** Principals that can share a browser; beyond it the one that was added first is a stranger again. */
const MOST = 16
const TOKEN_LENGTH = 43
const FORM = new RegExp(`^[\\w-]{${TOKEN_LENGTH}}$`)
const SEPARATOR = '.'

/** No cookie that is written here is longer. */
export const LONGEST_DEVICE_COOKIE = MOST * (TOKEN_LENGTH + SEPARATOR.length)

/** What has not the form of a token that is made here is left out. */
export function readDeviceTokens(cookie: string): DeviceTokens {
  const held = cookie.split(SEPARATOR).filter((token) => FORM.test(token))
  return new Secret([...new Set(held)].slice(0, MOST))
}

export function writeDeviceTokens(tokens: DeviceTokens): Secret<string> {
  return new Secret(tokens.open().join(SEPARATOR))
}

/** Puts a token first; `instead` says which of those held it takes the place of. */
export function addDeviceToken(
  tokens: DeviceTokens,
  added: Secret<string>,
  instead: (held: Secret<string>) => boolean = () => false,
): DeviceTokens {
  const kept = tokens.open().filter((token) => !instead(new Secret(token)))
  return new Secret([added.open(), ...kept].slice(0, MOST))
}
