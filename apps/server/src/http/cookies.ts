/** The cookies of the product: names and attributes derive from the configured origin, values are opaque tokens. */
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import {
  DEVICE_TOKENS_LIFE,
  type DeviceTokens,
  LONGEST_DEVICE_COOKIE,
  NO_DEVICE_TOKENS,
  readDeviceTokens,
  writeDeviceTokens,
} from '../kernel/device-tokens.ts'
import { Secret } from '../kernel/secret.ts'

export type CookieName = 'session' | 'attempt' | 'device' | 'registration'

/** A cookie with one token. */
type SingleName = Exclude<CookieName, 'device'>

export type CookieJar = {
  readonly get: (name: SingleName) => Secret<string> | undefined
  readonly set: (name: SingleName, token: Secret<string>) => void
  readonly deviceTokens: () => DeviceTokens
  readonly setDeviceTokens: (tokens: DeviceTokens) => void
  readonly clear: (name: CookieName) => void
}

type Shape = {
  readonly wire: string
  readonly sameSite: 'lax' | 'strict'
  readonly maxAgeMs: number | undefined
}

/** The session is Lax, so that a link from elsewhere finds it; what only this site uses is Strict. */
const SHAPES: Record<CookieName, Shape> = {
  session: { wire: 'sid', sameSite: 'lax', maxAgeMs: undefined },
  attempt: { wire: 'pend', sameSite: 'strict', maxAgeMs: 10 * MINUTE },
  registration: { wire: 'reg', sameSite: 'strict', maxAgeMs: HOUR },
  device: { wire: 'device', sameSite: 'strict', maxAgeMs: DEVICE_TOKENS_LIFE },
}

const LONGEST_TOKEN = 128

/**
 * The name on the wire: `__Host-` and Secure wherever the origin is https. On a loopback origin the port is part of the
 * name, since cookies are shared by all ports of a host.
 */
export function wireName(name: CookieName, origin: URL): string {
  const { wire } = SHAPES[name]
  return origin.protocol === 'https:' ? `__Host-${wire}` : `${wire}_${origin.port || '80'}`
}

/** Reads and writes the product's cookies on one request. */
export function cookieJar(origin: URL, request: FastifyRequest, reply: FastifyReply): CookieJar {
  const attributes = { path: '/', httpOnly: true, secure: origin.protocol === 'https:' } as const
  const read = (name: CookieName, longest: number) => {
    const value = request.cookies[wireName(name, origin)]
    return value === undefined || value === '' || value.length > longest ? undefined : value
  }
  const write = (name: CookieName, value: Secret<string>) => {
    const { sameSite, maxAgeMs } = SHAPES[name]
    reply.setCookie(wireName(name, origin), value.open(), {
      ...attributes,
      sameSite,
      ...(maxAgeMs === undefined ? {} : { maxAge: maxAgeMs / SECOND }),
    })
  }
  return {
    get(name) {
      const value = read(name, LONGEST_TOKEN)
      return value === undefined ? undefined : new Secret(value)
    },
    set: write,
    deviceTokens() {
      const value = read('device', LONGEST_DEVICE_COOKIE)
      return value === undefined ? NO_DEVICE_TOKENS : readDeviceTokens(value)
    },
    setDeviceTokens: (tokens) => write('device', writeDeviceTokens(tokens)),
    clear(name) {
      reply.clearCookie(wireName(name, origin), { ...attributes, sameSite: SHAPES[name].sameSite })
    },
  }
}
