/** The cookies of the product: names and attributes derive from the configured origin, values are opaque tokens. */
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DAY, HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { Secret } from '../kernel/secret.ts'

export type CookieName = 'session' | 'attempt' | 'device' | 'registration'

export type CookieJar = {
  readonly get: (name: CookieName) => Secret<string> | undefined
  readonly set: (name: CookieName, token: Secret<string>) => void
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
  device: { wire: 'device', sameSite: 'strict', maxAgeMs: 400 * DAY },
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
  return {
    get(name) {
      const value = request.cookies[wireName(name, origin)]
      return value === undefined || value === '' || value.length > LONGEST_TOKEN
        ? undefined
        : new Secret(value)
    },
    set(name, token) {
      const { sameSite, maxAgeMs } = SHAPES[name]
      reply.setCookie(wireName(name, origin), token.open(), {
        ...attributes,
        sameSite,
        ...(maxAgeMs === undefined ? {} : { maxAge: maxAgeMs / SECOND }),
      })
    },
    clear(name) {
      reply.clearCookie(wireName(name, origin), { ...attributes, sameSite: SHAPES[name].sameSite })
    },
  }
}
