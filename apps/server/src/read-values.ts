/** How the values of variables are read; each refuses in one clear line that names its variable. */
import { isIP } from 'node:net'
import type { VariableName } from './variables.ts'

/** What is wrong with the configuration, in one line for the operator. */
export class ConfigurationError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'ConfigurationError'
  }
}

/** What was set, by name; an empty variable is as good as none. */
export type Values = Readonly<Partial<Record<VariableName, string>>>

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Only this machine reaches a listener there. */
const LISTENS_HERE = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/

export function listensHere(host: string): boolean {
  return LISTENS_HERE.test(host)
}

export function isLoopback(origin: URL): boolean {
  return LOOPBACK_HOSTS.has(origin.hostname)
}

export function readPort(name: VariableName, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port >= 0 && port <= 65_535))
    throw new ConfigurationError(`${name} must be a port number from 0 to 65535`)
  return port
}

export function readCount(name: VariableName, text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > 256) throw new ConfigurationError(`${name} must be a number from 1 to 256`)
  return count
}

export function oneOf<const T extends string>(name: VariableName, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw new ConfigurationError(`${name} must be one of: ${allowed.join(', ')}`)
  return found
}

export function readOrigin(name: VariableName, text: string): URL {
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

export function readCidrs(text: string): readonly string[] {
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
