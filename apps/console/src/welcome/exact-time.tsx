/** A moment by its date and time, where a deadline is told. */
import { exactWords, useUiWords } from '@sallyport/ui'

export function ExactTime({ at }: { readonly at: string }) {
  const { locale } = useUiWords()
  return <time dateTime={at}>{exactWords(Date.parse(at), locale)}</time>
}
