/** The schema of an endpoint as Fastify takes it. */
import type { Endpoint } from '@sallyport/contract'
import type { FastifySchema } from 'fastify'

/** What is checked of a request, how its reply is written, and how both are described. */
export function schemaOf(endpoint: Endpoint): FastifySchema {
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    response: { 200: endpoint.reply },
  }
}
