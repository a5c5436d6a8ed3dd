/** The API as OpenAPI 3.1, made from the contract when somebody first asks. */
import { type EndpointKey, endpointOf } from '@sallyport/contract'
import Fastify from 'fastify'
import { lazySchemas } from './lazy-schemas.ts'
import { schemaOf } from './schema-of.ts'

/**
 * The description of an API, the same document at every call; one that could not be drawn is drawn anew at the next. It is drawn from routes of its own that nobody can ask, so
 * that the library that draws it is loaded with the first call and not with the server.
 *
 * @param api its name, where it is, and its endpoints in their order
 */
export function openApiOf(api: {
  readonly productName: string
  readonly origin: URL
  readonly endpoints: readonly EndpointKey[]
}): () => Promise<object> {
  let described: Promise<object> | undefined
  return () => {
    described ??= describe(api).catch((fault: unknown) => {
      described = undefined
      throw fault
    })
    return described
  }
}

async function describe({
  productName,
  origin,
  endpoints,
}: Parameters<typeof openApiOf>[0]): Promise<object> {
  const { default: swagger } = await import('@fastify/swagger')
  const silent = Fastify({ schemaController: { compilersFactory: lazySchemas } })
  await silent.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: `${productName} API`,
        version: '1',
        description: 'Refusals are RFC 9457 problem documents with a stable code.',
      },
      servers: [{ url: origin.origin }],
    },
  })
  for (const key of endpoints) {
    const [method = '', url = ''] = key.split(' ')
    silent.route({ method, url, schema: schemaOf(endpointOf(key)), handler: () => undefined })
  }
  await silent.ready()
  return silent.swagger()
}
