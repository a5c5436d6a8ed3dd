/** A group as the console sees it. */
import type { Reply } from '@sallyport/contract'
import { useQuery } from '@tanstack/react-query'
import { type Answer, call, type Refused } from '../wire/call.ts'

export type Group = Reply<'GET /api/ram/groups/:groupId'>

/** As the contract counts: so many members, or more. */
export const MOST_COUNTED = 1000

/** Every group of the account, of which there are a few hundred at most; empty until they are there. */
export function useAllGroups(): readonly Group[] {
  const asked = useQuery<readonly Group[], Refused>({
    queryKey: ['GET /api/ram/groups', 'all'],
    queryFn: async () => {
      const groups: Group[] = []
      for (let after: string | null = ''; after !== null; ) {
        const answer: Answer<'GET /api/ram/groups'> = await call('GET /api/ram/groups', {
          query: after === '' ? {} : { after },
        })
        if (!answer.ok) throw answer.refused
        groups.push(...answer.value.groups)
        after = answer.value.next
      }
      return groups
    },
  })
  return asked.data ?? []
}
