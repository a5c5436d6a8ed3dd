/** The words of the sign-in entry in every language: those alone, so that the page stays small. */
import type { Language, UiWords } from '@sallyport/ui'
import { enPassword, type PasswordTexts } from './en-password.ts'
import { enSignIn, type SignInTexts } from './en-sign-in.ts'
import { enSignInRefusals } from './en-sign-in-refusals.ts'
import { enSite, enUi, type SiteTexts } from './en-site.ts'
import type { SignInRefusalTexts } from './sentence-of.ts'
import { zhPassword } from './zh-password.ts'
import { zhSignIn } from './zh-sign-in.ts'
import { zhSignInRefusals } from './zh-sign-in-refusals.ts'
import { zhSite, zhUi } from './zh-site.ts'

/** All words of the sign-in entry. */
export type SignInEntryTexts = SignInTexts & {
  readonly site: SiteTexts
  readonly ui: UiWords
  readonly refusals: SignInRefusalTexts
  readonly newPassword: PasswordTexts
}

export const signInTexts: Record<Language, SignInEntryTexts> = {
  en: { ...enSignIn, site: enSite, ui: enUi, refusals: enSignInRefusals, newPassword: enPassword },
  'zh-CN': { ...zhSignIn, site: zhSite, ui: zhUi, refusals: zhSignInRefusals, newPassword: zhPassword },
}
