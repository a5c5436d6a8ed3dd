/** The configuration: environment variables and a `.env` file, read once, refused when unknown or malformed. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Secret } from './kernel/secret.ts'
import type { MailGateway, SmsGateway } from './notify/gateways.ts'
import type { PlaceFile } from './places/place-file.ts'
import { readMail, readSms } from './read-gateways.ts'
import { readPlaces } from './read-places.ts'
import {
  ConfigurationError,
  isLoopback,
  listensHere,
  oneOf,
  readCidrs,
  readCount,
  readOrigin,
  readPort,
  type Values,
} from './read-values.ts'
import type { RegistrationMode } from './registration/registration.ts'
import { type VariableName, variables } from './variables.ts'

export type Configuration = {
  readonly origin: URL
  readonly host: string
  readonly port: number
  /** The authenticator app's listener; undefined where it is turned off. */
  readonly authenticator: { readonly port: number; readonly origin: URL } | undefined
  readonly name: string
  readonly dataFolder: string
  readonly rootKey:
    | { readonly kind: 'made' }
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'text'; readonly text: Secret<string> }
  readonly mail: MailGateway | undefined
  readonly sms: SmsGateway | undefined
  /** Where addresses are, read at the start. */
  readonly placeFile: PlaceFile | undefined
  readonly registration: RegistrationMode
  readonly trustedProxies: readonly string[]
  readonly addressLimits: boolean
  readonly metricsToken: Secret<string> | undefined
  /** With NODE_ENV=production no message is ever kept for the outbox page. */
  readonly production: boolean
  readonly workers: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
}

/**
 * Reads the configuration.
 *
 * @param env the environment, over which nothing of `.env` prevails
 * @param folder from which relative paths count
 *
 * Throws ConfigurationError with one clear line.
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Configuration {
  const values = knownValues(env)
  const port = readPort('SALLYPORT_PORT', values.SALLYPORT_PORT ?? '8080')
  refuseUnbuilt(values)
  const configuration: Configuration = {
    origin: readOrigin('SALLYPORT_ORIGIN', values.SALLYPORT_ORIGIN ?? `http://localhost:${port}`),
    host: values.SALLYPORT_HOST ?? '127.0.0.1',
    port,
    authenticator: readAuthenticator(values),
    name: readName(values.SALLYPORT_NAME ?? 'Sallyport'),
    dataFolder: resolve(folder, values.SALLYPORT_DATA ?? 'data'),
    rootKey: readRootKey(values, folder),
    mail: readMail(values),
    sms: readSms(values),
    placeFile: readPlaces(values, folder),
    registration: oneOf('SALLYPORT_REGISTRATION', values.SALLYPORT_REGISTRATION ?? 'first', [
      'first',
      'open',
      'closed',
    ]),
    trustedProxies: readCidrs(values.SALLYPORT_TRUSTED_PROXIES ?? ''),
    addressLimits:
      oneOf('SALLYPORT_ADDRESS_LIMITS', values.SALLYPORT_ADDRESS_LIMITS ?? 'on', ['on', 'off']) === 'on',
    metricsToken: readMetricsToken(values.SALLYPORT_METRICS_TOKEN),
    production: env['NODE_ENV'] === 'production',
    workers: readCount('SALLYPORT_WORKERS', values.SALLYPORT_WORKERS ?? String(availableParallelism())),
    logLevel: oneOf('SALLYPORT_LOG_LEVEL', values.SALLYPORT_LOG_LEVEL ?? 'info', [
      'trace',
      'debug',
      'info',
      'warn',
      'error',
      'fatal',
      'silent',
    ]),
  }
  refuseOpenDoors(configuration)
  return configuration
}

/** An empty variable counts as not set, as a `.env` template leaves it. */
function knownValues(env: Readonly<Record<string, string | undefined>>): Values {
  const values: Partial<Record<VariableName, string>> = {}
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('SALLYPORT_') || value === undefined) continue
    const known = variables.find((variable) => variable.name === name)
    if (known === undefined)
      throw new ConfigurationError(
        `${name} is not a variable of Sallyport; see docs/reference/configuration.md`,
      )
    if (value.trim() !== '') values[known.name] = value.trim()
  }
  return values
}

function refuseUnbuilt(values: Values): void {
  const url = values.SALLYPORT_DATABASE_URL
  if (url !== undefined) {
    const isPostgres = /^postgres(ql)?:\/\//.test(url)
    throw new ConfigurationError(
      isPostgres
        ? 'SALLYPORT_DATABASE_URL: PostgreSQL is not available yet; leave it out to use the embedded database'
        : 'SALLYPORT_DATABASE_URL must begin with postgres://',
    )
  }
  const profile = oneOf('SALLYPORT_PROFILE', values.SALLYPORT_PROFILE ?? 'standard', ['standard', 'strict'])
  if (profile === 'strict')
    throw new ConfigurationError(
      'SALLYPORT_PROFILE=strict is not available yet; it needs sign-in with two codes',
    )
}

/** What would leave a server open to others without the means to protect it. */
function refuseOpenDoors(configuration: Configuration): void {
  const { host, port, origin, authenticator, mail, addressLimits, production } = configuration
  const loopback = isLoopback(origin)
  if (authenticator?.port === port)
    throw new ConfigurationError('SALLYPORT_AUTHENTICATOR_PORT must be another port than SALLYPORT_PORT')
  // One origin for both would let each read what the other keeps in the browser.
  if (authenticator?.origin.origin === origin.origin)
    throw new ConfigurationError(
      'SALLYPORT_AUTHENTICATOR_ORIGIN must be another origin than SALLYPORT_ORIGIN',
    )
  if (origin.protocol === 'http:' && !loopback)
    throw new ConfigurationError('SALLYPORT_ORIGIN must be https unless it is on this machine')
  if (mail === undefined && !loopback)
    throw new ConfigurationError('SALLYPORT_SMTP_URL is needed where the origin is not on this machine')
  if (mail === undefined && !listensHere(host))
    throw new ConfigurationError(
      'SALLYPORT_SMTP_URL is needed where SALLYPORT_HOST is not an address of this machine alone',
    )
  if (mail === undefined && production)
    throw new ConfigurationError('SALLYPORT_SMTP_URL is needed with NODE_ENV=production')
  if (!addressLimits && !loopback)
    throw new ConfigurationError('SALLYPORT_ADDRESS_LIMITS=off is for an origin on this machine only')
}

/** Its port is a choice of its own: with 0 the app is not served, and nothing links to it. */
function readAuthenticator(values: Values): Configuration['authenticator'] {
  const port = readPort('SALLYPORT_AUTHENTICATOR_PORT', values.SALLYPORT_AUTHENTICATOR_PORT ?? '8081')
  const origin = readOrigin(
    'SALLYPORT_AUTHENTICATOR_ORIGIN',
    values.SALLYPORT_AUTHENTICATOR_ORIGIN ?? `http://localhost:${port}`,
  )
  if (origin.protocol === 'http:' && !isLoopback(origin))
    throw new ConfigurationError('SALLYPORT_AUTHENTICATOR_ORIGIN must be https unless it is on this machine')
  return port === 0 ? undefined : { port, origin }
}

function readName(text: string): string {
  if (Array.from(text).length > 40 || /[\p{C}:]/u.test(text))
    throw new ConfigurationError('SALLYPORT_NAME must have at most 40 characters and no colon')
  return text
}

function readRootKey(values: Values, folder: string): Configuration['rootKey'] {
  const { SALLYPORT_ROOT_KEY: text, SALLYPORT_ROOT_KEY_FILE: path } = values
  if (text !== undefined && path !== undefined)
    throw new ConfigurationError('give SALLYPORT_ROOT_KEY or SALLYPORT_ROOT_KEY_FILE, not both')
  if (text !== undefined) return { kind: 'text', text: new Secret(text) }
  return path === undefined ? { kind: 'made' } : { kind: 'file', path: resolve(folder, path) }
}

function readMetricsToken(text: string | undefined): Secret<string> | undefined {
  if (text === undefined) return undefined
  if (text.length < 16)
    throw new ConfigurationError('SALLYPORT_METRICS_TOKEN must have at least 16 characters')
  return new Secret(text)
}
