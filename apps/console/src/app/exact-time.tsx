/** A deadline by its date and time: relative words do not follow "until". */
import { exactWords, useUiWords } from '@sallyport/ui'

/** `at` is RFC 3339 text, told to the minute. */
export function ExactTime({ at }: { readonly at: string }) {
  const { locale } = useUiWords()
  return <time dateTime={at}>{exactWords(Date.parse(at), locale, { to: 'minute' })}</time>
}
