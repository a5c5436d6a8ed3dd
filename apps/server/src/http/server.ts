/** The HTTP server below the product: hosts, origins, headers, refusals, and the routes of the contract. */
import cookie from '@fastify/cookie'
import { type Endpoint, endpointOf } from '@sallyport/contract'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Logger } from 'pino'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { browserName } from './browser-name.ts'
import { clientAddress } from './client-address.ts'
import { type CookieJar, cookieJar } from './cookies.ts'
import { lazySchemas } from './lazy-schemas.ts'
import { misdirectedPage } from './misdirected-page.ts'
import { sendRefused } from './refused.ts'
import type { Route } from './route.ts'
import { isFromOwnOrigin } from './same-origin.ts'
import { schemaOf } from './schema-of.ts'
import { securityHeaders } from './security-headers.ts'

/** The largest body that an endpoint takes unless it says more: two long passwords. */
const BODY_LIMIT_BYTES = 32 * 1024

/** A request that has not arrived whole by then is dropped. */
const REQUEST_TIMEOUT_MS = 15_000

/** Asked by machines that watch the server under whatever name. */
const HOSTLESS: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

export type ServerDeps = {
  readonly origin: URL
  readonly trustedProxies: readonly string[]
  readonly log: Logger
  readonly newRequestId: () => string
  readonly findCaller: (cookies: CookieJar) => Promise<Caller | undefined>
  readonly permit: (
    endpoint: Pick<Endpoint, 'access' | 'permission'>,
    caller: Caller | undefined,
    hasAttempt: boolean,
  ) => Refused | undefined
  readonly countRefused?: (code: string) => void
}

/** An instance with every guard in place and no route yet. */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  const headers = securityHeaders(deps.origin)
  const server = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: deps.trustedProxies.length === 0 ? false : [...deps.trustedProxies],
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: deps.newRequestId,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    // Fastify's own defaults would drop unknown fields and turn "1" into 1.
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false },
    },
    schemaController: { compilersFactory: lazySchemas },
    // An address that no route can be sought for: the hooks below have not run for it.
    frameworkErrors(_error, request, reply) {
      reply.headers(headers).header('x-request-id', request.id)
      sendRefused(reply as unknown as FastifyReply, refuse('not_found'), request.id)
    },
    schemaErrorFormatter: (errors) => new Error(errors[0]?.instancePath.slice(1) ?? ''),
  }) as unknown as FastifyInstance
  await server.register(cookie)

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id)
    const path = request.url.split('?')[0] ?? ''
    if (request.headers.host !== deps.origin.host && !HOSTLESS.has(path))
      return misdirected(deps, request, reply)
    if (!isFromOwnOrigin(request.method, request.headers, deps.origin)) {
      return sendRefused(reply, refuse('foreign_origin'), request.id)
    }
    return undefined
  })
  server.addHook('onResponse', async (request, reply) => {
    deps.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = refusalOf(error)
    if (refused.refused === 'server_fault') deps.log.error({ requestId: request.id, err: error }, 'fault')
    return sendRefused(reply, refused, request.id)
  })
  return server
}

function misdirected(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers.accept?.includes('text/html') !== true)
    return sendRefused(reply, refuse('foreign_host'), request.id)
  return reply
    .code(421)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(misdirectedPage(deps.origin))
}

/** What the HTTP kit itself refused; anything else that was thrown is a fault of ours. */
function refusalOf(error: FastifyError): Refused {
  if (error.validation) return refuse('invalid_request', error.message === '' ? {} : { field: error.message })
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('body_too_large')
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('unsupported_media_type')
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? refuse('invalid_request') : refuse('server_fault')
}

/** Mounts routes of the contract: caller and permit first, then the handler, then its reply or its refusal. */
export function mountRoutes(server: FastifyInstance, deps: ServerDeps, routes: readonly Route[]): void {
  for (const { key, handle } of routes) {
    const [method = '', url = ''] = key.split(' ')
    const endpoint: Endpoint = endpointOf(key)
    server.route({
      method,
      url,
      ...(endpoint.largestBodyBytes === undefined ? {} : { bodyLimit: endpoint.largestBodyBytes }),
      schema: schemaOf(endpoint),
      // Before the body is read: without a session nothing of the request is looked at (security.md 1I, I1).
      async onRequest(request, reply) {
        const cookies = cookieJar(deps.origin, request, reply)
        const caller = isGuarded(endpoint) ? await deps.findCaller(cookies) : undefined
        const refused = deps.permit(endpoint, caller, cookies.get('attempt') !== undefined)
        if (refused) return answerRefused(deps, request, reply, refused)
        callers.set(request, caller)
        return undefined
      },
      async handler(request, reply) {
        const input = {
          params: request.params,
          query: request.query,
          body: request.body,
          caller: callers.get(request),
          context: contextOf(request),
          cookies: cookieJar(deps.origin, request, reply),
        }
        const outcome = await handle(input as never)
        if (isRefused(outcome)) return answerRefused(deps, request, reply, outcome)
        return reply.header('cache-control', 'no-store').send(outcome)
      },
    })
  }
}

function isGuarded({ access }: Endpoint): boolean {
  return access === 'session' || access === 'owing'
}

/** The caller of a request between its permit and its handler. */
const callers = new WeakMap<FastifyRequest, Caller | undefined>()

function answerRefused(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
): FastifyReply {
  deps.countRefused?.(refused.refused)
  return sendRefused(reply, refused, request.id)
}

function contextOf(request: FastifyRequest): RequestContext {
  return {
    requestId: request.id,
    address: clientAddress(request.ip, request.socket.remoteAddress),
    browser: browserName(request.headers['user-agent']),
  }
}
