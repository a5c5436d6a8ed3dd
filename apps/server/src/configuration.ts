/** The configuration: environment variables and a `.env` file, read once, refused when unknown or malformed. */
import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Secret } from './kernel/secret.ts'
import type { MailGateway, SmsGateway } from './notify/gateways.ts'
import type { RegistrationMode } from './registration/registration.ts'
import { type VariableName, variables } from './variables.ts'

export type Configuration = {
  readonly origin: URL
  readonly host: string
  readonly port: number
  readonly name: string
  readonly dataFolder: string
  readonly rootKey:
    | { readonly kind: 'made' }
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'text'; readonly text: Secret<string> }
  readonly mail: MailGateway | undefined
  readonly sms: SmsGateway | undefined
  readonly registration: RegistrationMode
  readonly trustedProxies: readonly string[]
  readonly addressLimits: boolean
  readonly metricsToken: Secret<string> | undefined
  /** With NODE_ENV=production no message is ever kept for the outbox page. */
  readonly production: boolean
  readonly workers: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
}

/** What is wrong with the configuration, in one line for the operator. */
export class ConfigurationError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'ConfigurationError'
  }
}

type Values = Readonly<Partial<Record<VariableName, string>>>

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Only this machine reaches a listener there. */
const LISTENS_HERE = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/

export function listensHere(host: string): boolean {
  return LISTENS_HERE.test(host)
}

export function isLoopback(origin: URL): boolean {
  return LOOPBACK_HOSTS.has(origin.hostname)
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
  readPort('SALLYPORT_AUTHENTICATOR_PORT', values.SALLYPORT_AUTHENTICATOR_PORT ?? '8081')
  if (values.SALLYPORT_AUTHENTICATOR_ORIGIN !== undefined)
    readOrigin('SALLYPORT_AUTHENTICATOR_ORIGIN', values.SALLYPORT_AUTHENTICATOR_ORIGIN)
  refuseUnbuilt(values)
  const configuration: Configuration = {
    origin: readOrigin('SALLYPORT_ORIGIN', values.SALLYPORT_ORIGIN ?? `http://localhost:${port}`),
    host: values.SALLYPORT_HOST ?? '127.0.0.1',
    port,
    name: readName(values.SALLYPORT_NAME ?? 'Sallyport'),
    dataFolder: resolve(folder, values.SALLYPORT_DATA ?? 'data'),
    rootKey: readRootKey(values, folder),
    mail: readMail(values),
    sms: readSms(values),
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
function refuseOpenDoors({ host, origin, mail, addressLimits, production }: Configuration): void {
  const loopback = isLoopback(origin)
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

function readPort(name: VariableName, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port >= 0 && port <= 65_535))
    throw new ConfigurationError(`${name} must be a port number from 0 to 65535`)
  return port
}

function readCount(name: VariableName, text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > 256) throw new ConfigurationError(`${name} must be a number from 1 to 256`)
  return count
}

function oneOf<const T extends string>(name: VariableName, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw new ConfigurationError(`${name} must be one of: ${allowed.join(', ')}`)
  return found
}

function readOrigin(name: VariableName, text: string): URL {
  const url = URL.parse(text)
  const bare =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  if (!bare)
    throw new ConfigurationError(
      `${name} must be an address such as https://account.example.com, without a path`,
    )
  return url
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

function readMail(values: Values): MailGateway | undefined {
  const { SALLYPORT_SMTP_URL: text, SALLYPORT_MAIL_FROM: from } = values
  if (text === undefined) {
    if (from !== undefined) throw new ConfigurationError('SALLYPORT_MAIL_FROM needs SALLYPORT_SMTP_URL')
    return undefined
  }
  const url = URL.parse(text)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new ConfigurationError('SALLYPORT_SMTP_URL must be smtp://user:password@host:port or smtps://...')
  }
  if (from === undefined || !from.includes('@'))
    throw new ConfigurationError(
      'SALLYPORT_MAIL_FROM must be the sender of mails, such as Sallyport <account@example.com>',
    )
  return { url: new Secret(text), from }
}

function readSms(values: Values): SmsGateway | undefined {
  const {
    SALLYPORT_SMS_URL: url,
    SALLYPORT_SMS_METHOD: method,
    SALLYPORT_SMS_HEADERS: headers,
    SALLYPORT_SMS_BODY: body,
  } = values
  if (url === undefined) {
    if (method ?? headers ?? body)
      throw new ConfigurationError('SALLYPORT_SMS_METHOD, _HEADERS and _BODY need SALLYPORT_SMS_URL')
    return undefined
  }
  const parsed = URL.parse(url.replaceAll('{to}', '1').replaceAll('{text}', '1'))
  if (
    parsed === null ||
    (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && LOOPBACK_HOSTS.has(parsed.hostname)))
  ) {
    throw new ConfigurationError(
      'SALLYPORT_SMS_URL must be https:// with {to} and {text} in it or in SALLYPORT_SMS_BODY',
    )
  }
  const template = `${url} ${body ?? ''}`
  if (!template.includes('{to}') || !template.includes('{text}'))
    throw new ConfigurationError('SALLYPORT_SMS_URL or SALLYPORT_SMS_BODY must hold {to} and {text}')
  return {
    url: new Secret(url),
    method: oneOf('SALLYPORT_SMS_METHOD', method ?? (body === undefined ? 'GET' : 'POST'), [
      'GET',
      'POST',
      'PUT',
    ]),
    headers: new Secret(readHeaders(headers)),
    body: body === undefined ? undefined : new Secret(body),
  }
}

function readHeaders(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      !Array.isArray(parsed) &&
      Object.values(parsed).every((value) => typeof value === 'string')
    ) {
      return parsed as Record<string, string>
    }
  } catch {
    // Told below, in the same words.
  }
  throw new ConfigurationError(
    'SALLYPORT_SMS_HEADERS must be a JSON object of texts, such as {"Authorization":"Bearer ..."}',
  )
}

function readCidrs(text: string): readonly string[] {
  const cidrs = text.split(/[\s,;]+/).filter((cidr) => cidr !== '')
  for (const cidr of cidrs) {
    if (!isCidr(cidr))
      throw new ConfigurationError(
        'SALLYPORT_TRUSTED_PROXIES must be CIDRs such as 10.0.0.0/8, separated by commas',
      )
  }
  return cidrs
}

function isCidr(text: string): boolean {
  const [address = '', prefix = '0', ...more] = text.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits
}

function readMetricsToken(text: string | undefined): Secret<string> | undefined {
  if (text === undefined) return undefined
  if (text.length < 16)
    throw new ConfigurationError('SALLYPORT_METRICS_TOKEN must have at least 16 characters')
  return new Secret(text)
}
