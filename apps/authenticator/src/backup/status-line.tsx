/** What is so, in one line under the list: the last backup file, the clock, and that no server is needed. */
import { exactWords, relativeWords, useNow, useUiWords } from '@sallyport/ui'
import { useClock } from '../clock/clock-context.tsx'
import { AGREES_WITHIN_MS } from '../clock/offset-of.ts'
import { useTexts } from '../text/use-texts.ts'
import { useContent } from '../vault/vault-context.tsx'
import styles from './backup.module.css'

const HALF_A_MINUTE_MS = 30_000

/** The clock is spoken of only where it was looked at and agrees; what to do otherwise is said in a bar. */
export function StatusLine() {
  const { status } = useTexts().list
  const { backedUpAt, clockOffsetMs } = useContent().settings
  const { offsetMs } = useClock()
  const { locale } = useUiWords()
  const now = useNow(HALF_A_MINUTE_MS)
  const offMs = offsetMs === undefined ? undefined : Math.abs(offsetMs - clockOffsetMs)
  const agrees = offMs !== undefined && offMs <= AGREES_WITHIN_MS
  return (
    <p className={styles['status']}>
      {backedUpAt === undefined ? (
        <span>{status.never}</span>
      ) : (
        <time dateTime={new Date(backedUpAt).toISOString()} title={exactWords(backedUpAt, locale)}>
          {status.backedUp(relativeWords(Math.min(backedUpAt, now), now, locale))}
        </time>
      )}{' '}
      {agrees && <span>{status.clock(Math.max(1, Math.ceil(offMs / 1000)))} </span>}
      {isKept() && <span>{status.offline}</span>}
    </p>
  )
}

/** Whether this page came from the cache of its service worker, or would the next time. */
function isKept(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
}
