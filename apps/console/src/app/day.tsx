/** A day in words, as in "bound 24 Nov 2026"; the exact moment on hover. */
import { dateLocale, exactWords, useUiWords } from '@sallyport/ui'

/** `at` is RFC 3339 text; the day is the reader's. */
export function Day({ at }: { readonly at: string }) {
  const { locale } = useUiWords()
  const moment = Date.parse(at)
  const words = new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium' })
  return (
    <time dateTime={at} title={exactWords(moment, locale)}>
      {words.format(moment)}
    </time>
  )
}
