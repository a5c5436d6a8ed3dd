/** Tags as people type them: separated by commas, of any script. */

/** Each once, in the order typed, without what is empty. */
export function splitTags(typed: string): readonly string[] {
  const tags = typed.split(/[,，、;；]/u).map((tag) => tag.trim().replaceAll(/\s+/gu, ' '))
  return Array.from(new Set(tags.filter((tag) => tag !== '')))
}

export function joinTags(tags: readonly string[]): string {
  return tags.join(', ')
}
