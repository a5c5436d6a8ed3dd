/** The audit trail with its filters: older events a page at a time, newer ones as they come. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, type Refused } from '../wire/call.ts'
import type { AuditEvent } from './audit-file.ts'
import { joined } from './joined.ts'

export type AuditFilter = {
  readonly action?: string
  readonly outcome?: 'succeeded' | 'refused'
  readonly user?: string
}

export type AuditTrail = {
  /** Newest first; undefined before the first answer. */
  readonly events: readonly AuditEvent[] | undefined
  /** How many came by themselves the last time some did. */
  readonly came: number
  readonly refused: Refused | null
  readonly again: () => void
  readonly hasOlder: boolean
  readonly busy: boolean
  readonly older: () => void
}

const EVERY_MS = 4_000

/** What came by itself under the filters `of`. */
type Tail = { readonly of: string; readonly events: readonly AuditEvent[]; readonly came: number }

/**
 * Asks for what comes after the newest event that is known, every 4 s while the page is in view.
 *
 * @param live whether it asks by itself
 */
export function useAuditTrail(filter: AuditFilter, live: boolean): AuditTrail {
  const { action, outcome, user } = filter
  const key = ['GET /api/ram/audit', action ?? null, outcome ?? null, user ?? null]
  const keyText = JSON.stringify(key)
  const client = useQueryClient()
  const [tail, setTail] = useState<Tail>({ of: keyText, events: [], came: 0 })
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const answer = await call('GET /api/ram/audit', {
        query: { ...filter, ...(pageParam === undefined ? {} : { before: pageParam }) },
      })
      if (!answer.ok) throw answer.refused
      return answer.value
    },
    getNextPageParam: ({ events, more }) => {
      const last = events.at(-1)
      return more && last !== undefined ? String(last.seq) : undefined
    },
  })
  const loaded = query.data?.pages.flatMap((page) => page.events)
  const events = loaded && joined(tail.of === keyText ? tail.events : [], loaded)
  const newest = events?.[0]?.seq ?? 0
  const watching = live && events !== undefined

  useEffect(() => {
    if (!watching) return
    let ended = false
    async function ask() {
      if (document.visibilityState !== 'visible') return
      const answer = await call('GET /api/ram/audit', {
        query: {
          ...(action === undefined ? {} : { action }),
          ...(outcome === undefined ? {} : { outcome }),
          ...(user === undefined ? {} : { user }),
          after: String(newest),
        },
      })
      if (ended) return
      // A refusal of the tail, such as an ended session, is the list's to tell.
      if (!answer.ok) void client.invalidateQueries({ queryKey: ['GET /api/ram/audit'] })
      else if (answer.value.events.length > 0)
        setTail((before) => ({
          of: keyText,
          events: joined(answer.value.events, before.of === keyText ? before.events : []),
          came: answer.value.events.length,
        }))
    }
    const timer = setInterval(() => void ask(), EVERY_MS)
    return () => {
      ended = true
      clearInterval(timer)
    }
  }, [watching, newest, action, outcome, user, keyText, client])

  return {
    events,
    came: tail.of === keyText ? tail.came : 0,
    refused: query.error,
    again: () => void query.refetch(),
    hasOlder: query.hasNextPage,
    busy: query.isFetchingNextPage,
    older: () => void query.fetchNextPage(),
  }
}
