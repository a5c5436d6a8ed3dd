/** The console's one way to the server: a call of the contract that answers with a value or a refusal, and never throws. */
import type { Call, EndpointKey, Problem, Reply } from '@sallyport/contract'
import type { RefusalCode } from '@sallyport/contract/refusals'

/** A no: the problem document's members; `offline` when no answer came at all. */
export type Refused = Partial<Omit<Problem, 'code'>> & { readonly code: RefusalCode | 'offline' }

/** What a call gives. */
export type Answer<K extends EndpointKey> =
  | { readonly ok: true; readonly value: Reply<K> }
  | { readonly ok: false; readonly refused: Refused }

/** What a call takes, as the contract types it. */
export type Input<K extends EndpointKey> = {
  readonly params?: Call<K>['params'] | undefined
  readonly query?: Call<K>['query'] | undefined
  readonly body?: Call<K>['body'] | undefined
}

/**
 * Calls one endpoint. The session's cookie goes along by itself.
 *
 * @param key `METHOD /path` as in the contract; `:name` parts are taken from `params`
 */
export async function call<K extends EndpointKey>(key: K, input: Input<K> = {}): Promise<Answer<K>> {
  const { method, path } = addressOf(key, input)
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers:
        input.body === undefined
          ? { accept: 'application/json' }
          : { accept: 'application/json', 'content-type': 'application/json' },
      body: input.body === undefined ? null : JSON.stringify(input.body),
      cache: 'no-store',
      credentials: 'same-origin',
    })
  } catch {
    return { ok: false, refused: { code: 'offline' } }
  }
  const read = await readJson(response)
  if (response.ok && read !== undefined) return { ok: true, value: read as Reply<K> }
  return { ok: false, refused: isProblem(read) ? (read as Refused) : { code: 'server_fault' } }
}

/** The method and the address of a call, with its parameters in place. */
export function addressOf(
  key: string,
  { params, query }: { readonly params?: object | undefined; readonly query?: object | undefined },
): { readonly method: string; readonly path: string } {
  const space = key.indexOf(' ')
  const values = new Map<string, unknown>(Object.entries(params ?? {}))
  const path = key
    .slice(space + 1)
    .replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
  const search = new URLSearchParams(
    Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString()
  return { method: key.slice(0, space), path: search === '' ? path : `${path}?${search}` }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function isProblem(read: unknown): boolean {
  return typeof read === 'object' && read !== null && 'code' in read && typeof read.code === 'string'
}
