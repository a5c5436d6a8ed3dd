/** The words of the pages that load on demand, in the page's language. */
import { type Language, useLanguage } from '@sallyport/ui'
import { type BackupTexts, enBackup } from '../text/en-backup.ts'
import { zhBackup } from '../text/zh-backup.ts'

const texts: Readonly<Record<Language, BackupTexts>> = { en: enBackup, 'zh-CN': zhBackup }

export function useBackupTexts(): BackupTexts {
  return texts[useLanguage().language]
}
