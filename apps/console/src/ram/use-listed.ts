/** Asks for a long list a page at a time. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Refused } from '../wire/call.ts'

/** One page; `next` is null at the end. A page may be empty and yet have a next one. */
export type ListPage<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** The rows so far and the way to more. */
export type Listed<Row> = {
  /** Undefined before the first answer; the rows of other filters stay while new ones are on their way. */
  readonly rows: readonly Row[] | undefined
  readonly refused: Refused | null
  readonly again: () => void
  readonly hasMore: boolean
  readonly busy: boolean
  readonly more: () => void
}

/**
 * @param key what the list depends on, filters included
 * @param ask one page; throws the refusal, as the query library wants it
 */
export function useListed<Row>(
  key: readonly unknown[],
  ask: (after: string | undefined) => Promise<ListPage<Row>>,
): Listed<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask(pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  const rows = query.data?.pages.flatMap((page) => page.rows)
  const goesOn = rows?.length === 0 && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  return {
    rows,
    refused: query.error,
    again: () => void query.refetch(),
    hasMore: hasNextPage,
    busy: query.isFetchingNextPage,
    more: () => void fetchNextPage(),
  }
}
