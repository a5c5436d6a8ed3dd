/** A route: one endpoint of the contract and the function that answers it. */
import type { Call, EndpointKey, endpoints, Reply } from '@sallyport/contract'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { CookieJar } from './cookies.ts'

/** Guarded routes get their caller; public ones have none. */
type CallerOf<K extends EndpointKey> = (typeof endpoints)[K]['access'] extends 'session' | 'owing'
  ? Caller
  : undefined

export type RouteInput<K extends EndpointKey> = Call<K> & {
  readonly caller: CallerOf<K>
  readonly context: RequestContext
  readonly cookies: CookieJar
}

/** A route with its types folded away, as the server mounts it. */
export type Route = {
  readonly key: EndpointKey
  readonly handle: (input: never) => Promise<unknown>
}

/** Ties a handler to its endpoint's shapes. The handler answers the contract's reply or a refusal. */
export function route<K extends EndpointKey>(
  key: K,
  handle: (input: RouteInput<K>) => Promise<Reply<K> | Refused>,
): Route {
  return { key, handle }
}
