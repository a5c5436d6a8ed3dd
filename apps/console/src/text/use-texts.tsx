/** The words of the signed-in pages in the page's language. */
import { useLanguage } from '@sallyport/ui'
import { type Texts, texts } from './texts.ts'

/** For every page but the sign-in entry, which must not carry these words. */
export function useTexts(): Texts {
  return texts[useLanguage().language]
}
