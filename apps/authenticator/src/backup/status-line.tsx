/** What is so, in one line under the list: the last backup file, the clock, and that no server is needed. */
import { exactWords, relativeWords, useNow, useUiWords } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.ts'
import { useContent } from '../vault/vault-context.tsx'
import styles from './backup.module.css'

const HALF_A_MINUTE_MS = 30_000

/** `clockSeconds` is how far the clock may be off, where that was looked at and is within bounds. */
export function StatusLine({ clockSeconds }: { readonly clockSeconds?: number | undefined }) {
  const { status } = useTexts().list
  const { backedUpAt } = useContent().settings
  const { locale } = useUiWords()
  const now = useNow(HALF_A_MINUTE_MS)
  return (
    <p className={styles['status']}>
      {backedUpAt === undefined ? (
        <span>{status.never}</span>
      ) : (
        <time dateTime={new Date(backedUpAt).toISOString()} title={exactWords(backedUpAt, locale)}>
          {status.backedUp(relativeWords(Math.min(backedUpAt, now), now, locale))}
        </time>
      )}{' '}
      {clockSeconds !== undefined && <span>{status.clock(clockSeconds)} </span>}
      {isKept() && <span>{status.offline}</span>}
    </p>
  )
}

/** Whether this page came from the cache of its service worker, or would the next time. */
function isKept(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
}
