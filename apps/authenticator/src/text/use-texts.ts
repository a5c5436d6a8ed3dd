/** The words of the page in its language. */
import { useLanguage } from '@sallyport/ui'
import { type Texts, texts } from './texts.ts'

export function useTexts(): Texts {
  return texts[useLanguage().language]
}
