/** One event of the audit trail. */
import { Badge, RelativeTime } from '@sallyport/ui'
import { Link } from 'react-router'
import { actionWords, detailWords, reasonWords, unusualWords } from '../security/action-words.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { AuditEvent } from './audit-file.ts'
import { EventDetail } from './event-detail.tsx'
import styles from './ram.module.css'

/** `toUser` is the address of the trail about one user alone. */
export function AuditRow({
  event,
  toUser,
}: {
  readonly event: AuditEvent
  readonly toUser: (id: string) => string
}) {
  const { ram, site, security, reasons } = useTexts()
  const words = ram.audit
  const why = reasonWords(event.reason, reasons) ?? unusualWords(event, security.activity)
  const detail = detailWords(event, site.methods)
  const who: Readonly<Record<string, string>> = { stranger: words.stranger, operator: words.operator }
  const known = event.subject.startsWith('prn_')
  return (
    <tr>
      <td className={styles['nowrap']} data-label={words.at}>
        <RelativeTime at={event.at} />
      </td>
      <th scope="row">
        {actionWords(event, security.activity)}{' '}
        {event.outcome === 'refused' && <Badge tone="bad">{words.refused}</Badge>}
        {detail !== null && <small>{detail}</small>}
        {why !== null && <small>{why}</small>}
        <EventDetail event={event} />
      </th>
      <td className={styles['wraps']} data-label={words.who}>
        {who[event.actorName] ?? event.actorName}
      </td>
      <td className={styles['wraps']} data-label={words.whom}>
        {known ? (
          <Link to={toUser(event.subject)} replace preventScrollReset>
            {event.subjectName}
          </Link>
        ) : (
          '—'
        )}
      </td>
      <td className={styles['soft']} data-label={words.where}>
        {event.address ?? '—'}
        {event.browser !== null && <div className={styles['small']}>{event.browser}</div>}
      </td>
    </tr>
  )
}
