/** What this server is called and offers. */
import type { Reply } from '@sallyport/contract'
import { useAsk } from './use-ask.ts'

/** The server's own words about itself. */
export type Site = Reply<'GET /api/site'>

/** Asked once for the life of the page; undefined until then. */
export function useSite(): Site | undefined {
  return useAsk('GET /api/site', { keep: Number.POSITIVE_INFINITY }).data
}
