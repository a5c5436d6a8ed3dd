/** One event of the audit trail. */
import { Badge, Button, RelativeTime } from '@sallyport/ui'
import { actionWords, detailWords, reasonWords } from '../security/action-words.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { AuditEvent } from './audit-file.ts'
import styles from './ram.module.css'

/** `onUser` narrows the trail to whom the event is about. */
export function AuditRow({
  event,
  onUser,
}: {
  readonly event: AuditEvent
  readonly onUser: (id: string) => void
}) {
  const { ram, site, security, refusals } = useTexts()
  const words = ram.audit
  const why = reasonWords(event.reason, refusals)
  const detail = detailWords(event, site.methods)
  const who: Readonly<Record<string, string>> = { stranger: words.stranger, operator: words.operator }
  const where = [event.address, event.browser].filter((part) => part !== null)
  const known = event.subject.startsWith('prn_')
  return (
    <tr>
      <td className={styles['nowrap']}>
        <RelativeTime at={event.at} />
      </td>
      <th scope="row">
        {actionWords(event, security.activity)}{' '}
        {event.outcome === 'refused' && <Badge tone="bad">{words.refused}</Badge>}
        {detail !== null && <small>{detail}</small>}
        {why !== null && <small>{why}</small>}
      </th>
      <td>{who[event.actorName] ?? event.actorName}</td>
      <td>
        {known ? (
          <Button kind="text" size="small" onClick={() => onUser(event.subject)}>
            {event.subjectName}
          </Button>
        ) : (
          '—'
        )}
      </td>
      <td className={styles['soft']}>{where.length === 0 ? '—' : where.join(' · ')}</td>
    </tr>
  )
}
