/** `/security/activity`: what happened to the account, newest first. */
import { Button, Card, EmptyState, Skeleton } from '@sallyport/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import { EventRow } from './event-row.tsx'
import styles from './security.module.css'

/** Older events come a page at a time. */
export function ActivityPage() {
  const { security } = useTexts()
  const words = security.activity
  const activity = useInfiniteQuery({
    queryKey: ['GET /api/activity'],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const answer = await call('GET /api/activity', {
        query: pageParam === null ? {} : { before: pageParam },
      })
      if (answer.ok) return answer.value
      throw answer.refused
    },
    getNextPageParam: ({ events, more }) => {
      const last = events.at(-1)
      return more && last !== undefined ? String(last.seq) : null
    },
  })
  const events = activity.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <>
      <PageHead title={words.title} back>
        {words.lead}
      </PageHead>
      {activity.error !== null && (
        <AskFault refused={activity.error} onAgain={() => void activity.refetch()} />
      )}
      {activity.isPending && <Skeleton height={480} />}
      {activity.data !== undefined && (
        <Card>
          {events.length === 0 ? (
            <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
          ) : (
            <ul className={styles['list']}>
              {events.map((event) => (
                <EventRow key={event.seq} event={event} />
              ))}
            </ul>
          )}
        </Card>
      )}
      {events.length > 0 &&
        (activity.hasNextPage ? (
          <div>
            <Button busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
              {words.older}
            </Button>
          </div>
        ) : (
          <p className={pages['soft']}>{words.end}</p>
        ))}
    </>
  )
}
