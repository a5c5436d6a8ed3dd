/** The words of the sign-in entry in every language: those alone, so that the page stays small. */
import type { Language, UiWords } from '@sallyport/ui'
import { enPassword, type PasswordTexts } from './en-password.ts'
import { enRefusals } from './en-refusals.ts'
import { enSignIn, type SignInTexts } from './en-sign-in.ts'
import { enSite, enUi, type SiteTexts } from './en-site.ts'
import type { RefusalTexts } from './sentence-of.ts'
import { zhPassword } from './zh-password.ts'
import { zhRefusals } from './zh-refusals.ts'
import { zhSignIn } from './zh-sign-in.ts'
import { zhSite, zhUi } from './zh-site.ts'

/** All words of the sign-in entry. */
export type SignInEntryTexts = SignInTexts & {
  readonly site: SiteTexts
  readonly ui: UiWords
  readonly refusals: RefusalTexts
  readonly newPassword: PasswordTexts
}

export const signInTexts: Record<Language, SignInEntryTexts> = {
  en: { ...enSignIn, site: enSite, ui: enUi, refusals: enRefusals, newPassword: enPassword },
  'zh-CN': { ...zhSignIn, site: zhSite, ui: zhUi, refusals: zhRefusals, newPassword: zhPassword },
}
