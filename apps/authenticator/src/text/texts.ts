/** Every word of the app but those of views that load on demand, in each language. */
import type { Language } from '@sallyport/ui'
import { enList, type ListTexts } from './en-list.ts'
import { enVault, type VaultTexts } from './en-vault.ts'
import { zhList } from './zh-list.ts'
import { zhVault } from './zh-vault.ts'

export type Texts = { readonly vault: VaultTexts; readonly list: ListTexts }

export const texts: Readonly<Record<Language, Texts>> = {
  en: { vault: enVault, list: enList },
  'zh-CN': { vault: zhVault, list: zhList },
}
