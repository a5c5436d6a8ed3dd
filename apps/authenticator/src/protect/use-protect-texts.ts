/** The words of the first open and the lock, which load with their views. */
import { type Language, useLanguage } from '@sallyport/ui'
import { enProtect, type ProtectTexts } from '../text/en-protect.ts'
import { zhProtect } from '../text/zh-protect.ts'

const texts: Readonly<Record<Language, ProtectTexts>> = { en: enProtect, 'zh-CN': zhProtect }

export function useProtectTexts(): ProtectTexts {
  return texts[useLanguage().language]
}
