/** `/security/activity`: what happened to the account, newest first. */
import { Badge, Button, Card, EmptyState, RelativeTime, Skeleton } from '@sallyport/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import { type ActivityEvent, actionWords, detailWords, reasonWords, unusualWords } from './action-words.ts'
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

function EventRow({ event }: { readonly event: ActivityEvent }) {
  const { site, security, reasons } = useTexts()
  const words = security.activity
  const why = reasonWords(event.reason, reasons) ?? unusualWords(event, words)
  const about = [detailWords(event, site.methods), event.browser, event.address].filter(
    (part) => part !== null && part !== '',
  )
  return (
    <li className={styles['event']}>
      <div className={styles['what']}>
        {actionWords(event, words)}
        {event.outcome === 'refused' && !event.action.endsWith('refused') && (
          <Badge tone="bad">{words.refused}</Badge>
        )}
      </div>
      <div className={styles['when']}>
        <RelativeTime at={event.at} />
      </div>
      {why !== null && <div className={styles['about']}>{why}</div>}
      {about.length > 0 && <div className={styles['about']}>{about.join(' · ')}</div>}
    </li>
  )
}
