/** Puts the server together: every feature's doors behind one set of guards. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { accountSecurityRoutes } from './account-security/http.ts'
import { bindingRoutes } from './binding/http.ts'
import { findCaller } from './callers.ts'
import { makeCounters } from './health/counters.ts'
import { docsPage } from './http/docs-page.ts'
import { openApiOf } from './http/openapi.ts'
import { mountPages } from './http/pages.ts'
import { sendRefused } from './http/refused.ts'
import { buildServer, mountRoutes } from './http/server.ts'
import { refuse } from './kernel/refusal.ts'
import { notMeRoutes } from './not-me/http.ts'
import { outboxRoutes } from './notify/http.ts'
import { permit } from './permits.ts'
import { ramGroupRoutes } from './ram-groups/http.ts'
import { ramOverviewRoutes } from './ram-overview/http.ts'
import { ramReportRoutes } from './ram-report/http.ts'
import { ramSettingsRoutes } from './ram-settings/http.ts'
import { ramUserRoutes } from './ram-users/http.ts'
import { registrationRoutes } from './registration/http.ts'
import { invitationRoutes, signInRoutes } from './sign-in/http.ts'
import { siteRoutes } from './site.ts'
import { verificationRoutes } from './verification/http.ts'
import { watchRoutes } from './watch.ts'
import type { World } from './world.ts'

export type AppOptions = {
  readonly log: Logger
  /** The built console; without it only the API is served. */
  readonly pagesFolder: string | undefined
  /** Called after each answered request, so that queued messages leave at once. */
  readonly wakeDelivery: () => void
}

export async function buildApp(world: World, options: AppOptions): Promise<FastifyInstance> {
  const counters = makeCounters()
  const deps = {
    origin: world.origin,
    trustedProxies: world.configuration.trustedProxies,
    log: options.log,
    newRequestId: () => Buffer.from(world.random.bytes(12)).toString('base64url'),
    findCaller: (cookies: Parameters<typeof findCaller>[1]) => findCaller(world, cookies),
    permit,
    countRefused: counters.refused,
  }
  const server = await buildServer(deps)
  server.addHook('onResponse', async (request) => {
    if (request.method !== 'GET') options.wakeDelivery()
  })
  const routes = [
    ...siteRoutes(world),
    ...registrationRoutes(world),
    ...signInRoutes({ ...world, countSignIn: counters.signedIn }),
    ...invitationRoutes({ ...world, countSignIn: counters.signedIn }),
    ...notMeRoutes(world),
    ...verificationRoutes(world),
    ...accountSecurityRoutes(world),
    ...bindingRoutes(world),
    ...ramUserRoutes(world),
    ...ramGroupRoutes(world),
    ...ramSettingsRoutes(world),
    ...ramOverviewRoutes(world),
    ...ramReportRoutes(world),
    ...outboxRoutes(world),
  ]
  await server.register(async (scope) => mountRoutes(scope, deps, routes))
  watchRoutes(server, world, counters)
  const openApi = openApiOf({ ...world, endpoints: routes.map(({ key }) => key) })
  server.get('/openapi.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(await openApi()),
  )
  server.get('/docs', (_request, reply) =>
    reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
      )
      .type('text/html; charset=utf-8')
      .send(docsPage(world.productName)),
  )
  if (options.pagesFolder !== undefined) await mountPages(server, options.pagesFolder)
  else server.setNotFoundHandler((request, reply) => sendRefused(reply, refuse('not_found'), request.id))
  return server
}
