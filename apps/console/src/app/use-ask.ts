/** Asks the server for something that a page shows, and keeps the answer for the other pages. */
import type { EndpointKey, Reply } from '@sallyport/contract'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call, type Input, type Refused } from '../wire/call.ts'

type Asking<K extends EndpointKey> = Input<K> & {
  /** False while the answer is not wanted. */
  readonly enabled?: boolean
  /** Asks again by itself after so many milliseconds. */
  readonly every?: number
  /** Milliseconds for which an answer is not asked again; `Infinity` for what never changes. */
  readonly keep?: number
}

/**
 * The state of one question of the contract (a GET). Its error is the refusal itself, since that is how the query
 * library hears a no.
 */
export function useAsk<K extends EndpointKey & `GET ${string}`>(
  key: K,
  { enabled = true, every, keep, params, query }: Asking<K> = {},
): UseQueryResult<Reply<K>, Refused> {
  return useQuery<Reply<K>, Refused>({
    queryKey: [key, params ?? null, query ?? null],
    queryFn: async () => {
      const answer = await call(key, { params, query })
      if (answer.ok) return answer.value
      throw answer.refused
    },
    enabled,
    refetchInterval: every ?? false,
    ...(keep === undefined ? {} : { staleTime: keep }),
  })
}
