/** The cache of what the server was asked, and what happens when it says that nobody is signed in. */
import { QueryCache, QueryClient } from '@tanstack/react-query'
import type { Refused } from '../wire/call.ts'
import { leaveWhereDue } from './leave-where-due.ts'

declare module '@tanstack/react-query' {
  interface Register {
    /** A query says no with the refusal itself. */
    defaultError: Refused
  }
}

/** Refusals that pass by themselves, so that asking again makes sense. */
const passing = new Set<Refused['code']>(['offline', 'server_busy'])

/**
 * Asks whatever the browser thinks of the network: a server on this machine answers without any. A passing refusal is
 * asked again twice, after 0.5 and 1 s.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhereDue }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 2_000,
        retry: (failures, refused) => failures < 2 && passing.has(refused.code),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
    },
  })
}
