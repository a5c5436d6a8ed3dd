/** The words of the ways in which accounts come in: loaded with their views, and not before. */
import { useLanguage } from '@sallyport/ui'
import { type AddTexts, enAdd } from '../text/en-add.ts'
import { zhAdd } from '../text/zh-add.ts'

export function useAddTexts(): AddTexts {
  return useLanguage().language === 'en' ? enAdd : zhAdd
}
