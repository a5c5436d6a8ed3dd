/** The doors for machines that watch the server: alive, ready, figures. */
import type { FastifyInstance } from 'fastify'
import type { Counters } from './health/counters.ts'
import { mayReadMetrics } from './health/may-read-metrics.ts'
import { metricsText } from './health/metrics-text.ts'
import { readiness } from './health/readiness.ts'
import type { World } from './world.ts'

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-real-ip']

export function watchRoutes(server: FastifyInstance, world: World, counters: Counters): void {
  server.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }))
  const ready = readiness(world.database, world.clock)
  server.get('/readyz', async (_request, reply) => {
    const state = await ready()
    return reply
      .code(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state)
  })
  server.get('/metrics', async (request, reply) => {
    const allowed = mayReadMetrics({
      token: world.configuration.metricsToken,
      authorization: request.headers.authorization,
      socketAddress: request.socket.remoteAddress,
      forwarded: FORWARDING.some((name) => request.headers[name] !== undefined),
    })
    if (!allowed) return reply.code(403).header('cache-control', 'no-store').send({ allowed })
    const { text, type } = await metricsText(world.read, counters)
    return reply.header('cache-control', 'no-store').type(type).send(text)
  })
}
