/**
 * The tokens that one browser holds in its one cookie: each principal that knows or has seen the browser has one of its own.
 * Each answer writes the whole cookie by what its request brought, so that two answers at the same moment can lose one token:
 * its principal is then asked for both steps there again.
 */
import { DAY } from './clock.ts'
import { Secret } from './secret.ts'

/** The last used first; of a type that is hashed by none of the functions for one token. */
export type DeviceTokens = Secret<readonly string[]>

export const NO_DEVICE_TOKENS: DeviceTokens = new Secret([])

/** So long a browser keeps the cookie; each answer that sets it begins anew. */
export const DEVICE_TOKENS_LIFE = 400 * DAY

/** Characters of a token that say whose it is: 48 bits, with sixteen tokens to tell apart. */
export const TOKEN_MARK_LENGTH = 8

/** Principals that can share a browser; beyond it the one that signed in there longest ago is a stranger again. */
const MOST = 16
const TOKEN_LENGTH = 43 + TOKEN_MARK_LENGTH
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

/** Puts a token first; `instead` says which of those held it takes the place of, whether or not they still count. */
export function addDeviceToken(
  tokens: DeviceTokens,
  added: Secret<string>,
  instead: (held: Secret<string>) => boolean,
): DeviceTokens {
  const kept = tokens.open().filter((token) => !instead(new Secret(token)))
  return new Secret([added.open(), ...kept].slice(0, MOST))
}

/** Puts what was used first, so that what was used longest ago is the last and makes room. */
export function useDeviceToken(tokens: DeviceTokens, used: (held: Secret<string>) => boolean): DeviceTokens {
  const held = tokens.open()
  const first = held.filter((token) => used(new Secret(token)))
  return new Secret([...new Set([...first, ...held])])
}
