/** The words of the signed-in pages in every language, one member a page. */
import type { UiWords } from '@sallyport/ui'
import { enRefusals } from './en-refusals.ts'
import { enSite, enUi, type SiteTexts } from './en-site.ts'
import type { Language } from './language.ts'
import type { RefusalTexts } from './sentence-of.ts'
import { zhRefusals } from './zh-refusals.ts'
import { zhSite, zhUi } from './zh-site.ts'

/** All words of the signed-in pages. */
export type Texts = {
  readonly site: SiteTexts
  readonly ui: UiWords
  readonly refusals: RefusalTexts
}

export const texts: Record<Language, Texts> = {
  en: { site: enSite, ui: enUi, refusals: enRefusals },
  'zh-CN': { site: zhSite, ui: zhUi, refusals: zhRefusals },
}
