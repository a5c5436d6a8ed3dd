/** The foot of every page: the host, so that people learn to see where they type, and the language. */
import { LanguageSelect } from '@sallyport/ui'

/** `languageLabel` is the select's name in the page's language. */
export function PageFoot({ languageLabel }: { readonly languageLabel: string }) {
  return (
    <>
      <span>{location.host}</span>
      <LanguageSelect label={languageLabel} />
    </>
  )
}
