/** The description of the API at /openapi.json. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EndpointKey, endpointOf, endpoints } from '@sallyport/contract'
import { testServer } from '../testing/test-server.ts'
import { openApiOf } from './openapi.ts'

type Described = {
  openapi: string
  servers: readonly { url: string }[]
  paths: Record<string, Record<string, { summary: string; requestBody?: unknown }>>
}

test('every endpoint of the contract is described, and nothing else, the same at every call', async () => {
  const at = await testServer()
  try {
    const headers = { host: at.world.origin.host }
    const [first, second] = await Promise.all([
      at.server.inject({ url: '/openapi.json', headers }),
      at.server.inject({ url: '/openapi.json', headers }),
    ])
    assert.equal(first.statusCode, 200)
    assert.equal(first.headers['cache-control'], 'no-cache')
    assert.equal(first.body, second.body)

    const { openapi, servers, paths } = first.json<Described>()
    assert.equal(openapi, '3.1.0')
    assert.deepEqual(servers, [{ url: at.world.origin.origin }])
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary, requestBody }]) => {
        const key = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
        return [key, summary, requestBody !== undefined] as const
      }),
    )
    const expected = (Object.keys(endpoints) as EndpointKey[]).map((key) => {
      const { summary, body } = endpointOf(key)
      return [key, summary, body !== undefined] as const
    })
    assert.deepEqual(described.toSorted(), expected.toSorted())
  } finally {
    await at.close()
  }
})

test('a description that could not be drawn is drawn anew at the next call, and kept from then on', async () => {
  const fault = new Error('no memory')
  let asked = 0
  const describe = openApiOf({
    productName: 'Sallyport',
    origin: new URL('http://localhost:8080'),
    get endpoints() {
      asked += 1
      if (asked === 1) throw fault
      return ['GET /api/security'] as const
    },
  })
  await assert.rejects(describe(), fault)
  const described = await describe()
  assert.equal(await describe(), described)
  assert.equal(asked, 2)
})
