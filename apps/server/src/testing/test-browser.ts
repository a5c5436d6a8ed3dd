/** A browser for tests: keeps cookies, says where it comes from, and calls endpoints by their key. */
import type { Call, EndpointKey, Problem, Reply } from '@sallyport/contract'
import type { FastifyInstance } from 'fastify'

export type Answer<K extends EndpointKey> = {
  readonly status: number
  readonly reply: Reply<K>
  readonly problem: Problem
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

type Input<K extends EndpointKey> = {
  readonly body?: Call<K>['body']
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
}

export type TestBrowser = {
  readonly call: <K extends EndpointKey>(key: K, input?: Input<K>) => Promise<Answer<K>>
  readonly cookies: Map<string, string>
  /** Another tab of another browser that holds the same cookies at this moment. */
  readonly copy: () => TestBrowser
}

export function testBrowser(
  server: FastifyInstance,
  origin: URL,
  headers: Record<string, string> = {},
  cookies = new Map<string, string>(),
): TestBrowser {
  return {
    cookies,
    copy: () => testBrowser(server, origin, headers, new Map(cookies)),
    async call(key, input = {}) {
      const [method = 'GET', path = '/'] = key.split(' ')
      const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
      const answer = await server.inject({
        method: method as 'GET',
        url,
        ...(input.query === undefined ? {} : { query: input.query }),
        headers: {
          host: origin.host,
          'sec-fetch-site': 'same-origin',
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          ...(cookies.size === 0
            ? {}
            : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...headers,
        },
        ...(input.body === undefined ? {} : { payload: input.body as object }),
      })
      for (const cookie of answer.cookies) {
        if (cookie.value === '' || cookie.maxAge === 0) cookies.delete(cookie.name)
        else cookies.set(cookie.name, cookie.value)
      }
      const parsed = answer.headers['content-type']?.toString().includes('json')
        ? JSON.parse(answer.body)
        : undefined
      return {
        status: answer.statusCode,
        reply: parsed,
        problem: parsed,
        text: answer.body,
        headers: answer.headers,
      }
    },
  }
}
