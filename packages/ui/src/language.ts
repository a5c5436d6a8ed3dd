/** The languages of the pages and how one is chosen. */

/** BCP 47 tags of the languages that have every text. */
export type Language = 'en' | 'zh-CN'

/** Each language by its own name, in the order of the select. */
export const languages: readonly { readonly value: Language; readonly name: string }[] = [
  { value: 'en', name: 'English' },
  { value: 'zh-CN', name: '简体中文' },
]

/**
 * The language to begin with: the one chosen here before, else the first of the browser's that we have, else English.
 *
 * @param stored what was kept from an earlier choice
 * @param preferred the browser's languages, best first
 */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  for (const wish of [stored ?? '', ...preferred]) {
    const tag = wish.toLowerCase()
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return 'en'
}
