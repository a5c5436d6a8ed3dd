/** The words of the settings, which load with their view. */
import { type Language, useLanguage } from '@sallyport/ui'
import { enSettings, type SettingsTexts } from '../text/en-settings.ts'
import { zhSettings } from '../text/zh-settings.ts'

const texts: Readonly<Record<Language, SettingsTexts>> = { en: enSettings, 'zh-CN': zhSettings }

export function useSettingsTexts(): SettingsTexts {
  return texts[useLanguage().language]
}
