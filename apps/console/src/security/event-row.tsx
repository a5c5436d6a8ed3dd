/** One event of a list of what happened. */
import { Badge, RelativeTime } from '@sallyport/ui'
import type { ReactNode } from 'react'
import { useTexts } from '../text/use-texts.tsx'
import { type ActivityEvent, actionWords, detailWords, reasonWords, unusualWords } from './action-words.ts'
import styles from './security.module.css'

/** `by` says who did it, where that is not plain; `children` what else it holds. */
export function EventRow({
  event,
  by,
  children,
}: {
  readonly event: ActivityEvent
  readonly by?: string | undefined
  readonly children?: ReactNode
}) {
  const { site, security, reasons } = useTexts()
  const words = security.activity
  const why = reasonWords(event.reason, reasons) ?? unusualWords(event, words)
  const about = [detailWords(event, site.methods), by, event.browser, event.address].filter(Boolean)
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
      {children !== undefined && <div className={styles['about']}>{children}</div>}
    </li>
  )
}
