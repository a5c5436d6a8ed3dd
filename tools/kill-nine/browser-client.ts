/** A browser without pages: keeps cookies, says where its requests come from, and speaks the contract. */
import type { Call, EndpointKey, Problem } from '../../packages/contract/src/index.ts'

/** The server was killed before it answered: whether it did what was asked is not known. */
export class Unanswered extends Error {}

export type Answer<K extends EndpointKey> =
  | { readonly ok: true; readonly value: Call<K>['reply'] }
  | { readonly ok: false; readonly problem: Problem }

type Input = { readonly params?: Readonly<Record<string, string>>; readonly body?: unknown }

/** Holds the cookies of one browser. */
export class BrowserClient {
  readonly #origin: string
  readonly #cookies: Map<string, string>

  constructor(origin: string, cookies: ReadonlyMap<string, string> = new Map()) {
    this.#origin = origin
    this.#cookies = new Map(cookies)
  }

  /** Another profile of the same browser: knows what makes it a known device, and no session. */
  fresh(): BrowserClient {
    const kept = [...this.#cookies].filter(([name]) => name.includes('device'))
    return new BrowserClient(this.#origin, new Map(kept))
  }

  /** Throws `Unanswered` when the connection breaks. */
  async call<K extends EndpointKey>(key: K, input: Input = {}): Promise<Answer<K>> {
    const [method = 'GET', path = '/'] = key.split(' ')
    const filled = path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(input.params?.[name] ?? ''),
    )
    let status: number
    let text: string
    try {
      const response = await fetch(this.#origin + filled, {
        method,
        headers: {
          cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          origin: this.#origin,
          ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      })
      status = response.status
      text = await response.text()
      for (const line of response.headers.getSetCookie()) this.#keep(line)
    } catch {
      throw new Unanswered(key)
    }
    if (status >= 500 && status !== 503) throw new Error(`${key} answered ${status}: ${text}`)
    if (status < 400) return { ok: true, value: JSON.parse(text) as Call<K>['reply'] }
    return { ok: false, problem: JSON.parse(text) as Problem }
  }

  /** The same, where a refusal would be a mistake. A busy server is asked again. */
  async must<K extends EndpointKey>(key: K, input: Input = {}): Promise<Call<K>['reply']> {
    for (;;) {
      const answer = await this.call(key, input)
      if (answer.ok) return answer.value
      if (answer.problem.code !== 'server_busy')
        throw new Error(`${key} refused: ${JSON.stringify(answer.problem)}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    const gone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one))
    if (gone) this.#cookies.delete(name)
    else this.#cookies.set(name, pair.slice(at + 1))
  }
}
