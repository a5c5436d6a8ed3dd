/** A moment in relative words, with the exact one on hover and for screen readers. */
import { bracketed } from './bracketed.ts'
import hidden from './hidden.module.css'
import { exactWords, relativeWords } from './relative-words.ts'
import { useUiWords } from './ui-words.tsx'
import { useNow } from './use-now.ts'

/** `at` is RFC 3339 text; `now`, in milliseconds, stands in for the browser's clock. */
export function RelativeTime({ at, now }: { readonly at: string; readonly now?: number | undefined }) {
  const { locale } = useUiWords()
  const clock = useNow(now === undefined ? 30_000 : null)
  const moment = Date.parse(at)
  const exact = exactWords(moment, locale)
  return (
    <time dateTime={at} title={exact}>
      {relativeWords(moment, now ?? clock, locale)}
      <span className={hidden['hidden']}>{bracketed(exact, locale)}</span>
    </time>
  )
}
