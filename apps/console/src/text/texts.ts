/** The words of the signed-in pages in every language, one member a page. */
import type { Language, UiWords } from '@sallyport/ui'
import { type AskTexts, enAsks } from './en-asks.ts'
import { enNotMe, type NotMeTexts } from './en-not-me.ts'
import { enPassword, type PasswordTexts } from './en-password.ts'
import { enRam, type RamTexts } from './en-ram.ts'
import { enReasons, type ReasonTexts } from './en-reasons.ts'
import { enRefusals } from './en-refusals.ts'
import { enSecurity, type SecurityTexts } from './en-security.ts'
import { enSite, enUi, type SiteTexts } from './en-site.ts'
import { enWelcome, type WelcomeTexts } from './en-welcome.ts'
import { enWizard, type WizardTexts } from './en-wizard.ts'
import type { RefusalTexts } from './sentence-of.ts'
import { zhAsks } from './zh-asks.ts'
import { zhNotMe } from './zh-not-me.ts'
import { zhPassword } from './zh-password.ts'
import { zhRam } from './zh-ram.ts'
import { zhReasons } from './zh-reasons.ts'
import { zhRefusals } from './zh-refusals.ts'
import { zhSecurity } from './zh-security.ts'
import { zhSite, zhUi } from './zh-site.ts'
import { zhWelcome } from './zh-welcome.ts'
import { zhWizard } from './zh-wizard.ts'

/** All words of the signed-in pages. */
export type Texts = {
  readonly site: SiteTexts
  readonly ui: UiWords
  readonly refusals: RefusalTexts
  readonly reasons: ReasonTexts
  readonly security: SecurityTexts
  readonly wizard: WizardTexts
  readonly asks: AskTexts
  readonly ram: RamTexts
  readonly welcome: WelcomeTexts
  readonly notMe: NotMeTexts
  readonly newPassword: PasswordTexts
}

export const texts: Record<Language, Texts> = {
  en: {
    site: enSite,
    ui: enUi,
    refusals: enRefusals,
    reasons: enReasons,
    security: enSecurity,
    wizard: enWizard,
    asks: enAsks,
    ram: enRam,
    welcome: enWelcome,
    notMe: enNotMe,
    newPassword: enPassword,
  },
  'zh-CN': {
    site: zhSite,
    ui: zhUi,
    refusals: zhRefusals,
    reasons: zhReasons,
    security: zhSecurity,
    wizard: zhWizard,
    asks: zhAsks,
    ram: zhRam,
    welcome: zhWelcome,
    notMe: zhNotMe,
    newPassword: zhPassword,
  },
}
