/** An aside in the brackets of its language, with the space that they need before them. */

/** Chinese brackets are as wide as a character and take no space. */
export function bracketed(words: string, locale: string): string {
  return locale.startsWith('zh') ? `（${words}）` : ` (${words})`
}
