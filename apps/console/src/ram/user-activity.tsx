/** The last events about a user, for those who may read the audit trail. */
import { buttonClass, CardSection, classes, Skeleton } from '@sallyport/ui'
import { Link } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { useAsk } from '../app/use-ask.ts'
import { EventRow } from '../security/event-row.tsx'
import { useTexts } from '../text/use-texts.tsx'
import type { AuditEvent } from './audit-file.ts'
import { EventDetail } from './event-detail.tsx'
import styles from './ram.module.css'
import type { User } from './user.ts'

const EVENTS = 6

/** Leads to all of them. Who acted is named where it was not the user. */
export function UserActivity({ user }: { readonly user: User }) {
  const { ram } = useTexts()
  const words = ram.user
  const asked = useAsk('GET /api/ram/audit', { query: { user: user.id, limit: String(EVENTS) } })
  if (asked.error !== null && asked.data === undefined)
    return <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton height={280} />
  const { events } = asked.data
  const actorOf = ({ actor, actorName, subject, subjectName }: AuditEvent) => {
    if (actorName === subjectName || actor === subject) return undefined
    if (actor === 'stranger') return undefined
    return words.by(actor === 'operator' ? ram.audit.operator : actorName)
  }
  return (
    <CardSection title={words.activity}>
      {events.length === 0 ? (
        <p className={styles['calm']}>{words.activityNone}</p>
      ) : (
        <>
          <ul className={styles['events']}>
            {events.map((event) => (
              <EventRow key={event.seq} event={event} by={actorOf(event)}>
                <EventDetail event={event} />
              </EventRow>
            ))}
          </ul>
          <div className={classes(styles['cardFoot'], styles['ruled'])}>
            <Link
              className={buttonClass({ size: 'small' })}
              to={`/ram/audit?user=${encodeURIComponent(user.id)}`}
            >
              {words.wholeActivity}
            </Link>
          </div>
        </>
      )}
    </CardSection>
  )
}
