/** Serves the authenticator app: static files on an origin of their own, and nothing that knows of accounts. */
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { lazySchemas } from './lazy-schemas.ts'
import { AUTHENTICATOR_POLICY, securityHeaders } from './security-headers.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60
const REQUEST_TIMEOUT_MS = 15_000

/** By its `Date` the app learns how far the device's clock is off, so no cache may keep it. */
const CLOCK_FILE = '/clock.txt'

/**
 * Builds the app's server over the folder of its build. There is no cookie and no request that changes anything: other
 * methods than GET and HEAD find nothing. A request for another host than the origin's is answered 421.
 */
export async function buildAuthenticatorApp(origin: URL, folder: string): Promise<FastifyInstance> {
  const headers = {
    ...securityHeaders(origin),
    'content-security-policy': AUTHENTICATOR_POLICY,
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  }
  const server = Fastify({
    requestTimeout: REQUEST_TIMEOUT_MS,
    bodyLimit: 1,
    forceCloseConnections: 'idle',
    // No route has a schema, yet Fastify would load its compilers.
    schemaController: { compilersFactory: lazySchemas },
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.headers.host === origin.host) return undefined
    return reply
      .code(421)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`The authenticator app is at ${origin.origin}\n`)
  })
  await server.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, path) {
      reply.header('cache-control', cachingOf(path.slice(folder.length)))
    },
  })
  server.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`There is nothing here. The authenticator app is at ${origin.origin}\n`),
  )
  return server
}

/** What carries a hash in its name never changes; the rest is asked for anew each time. */
function cachingOf(path: string): string {
  if (path.startsWith('/assets/')) return `public, max-age=${YEAR_SECONDS}, immutable`
  return path === CLOCK_FILE ? 'no-store' : 'no-cache'
}
