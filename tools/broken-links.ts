/** Finds relative links of a Markdown page that lead nowhere. */
import { posix } from 'node:path'
import type { SourceFile } from './source-file.ts'

const FENCED = /^```[\s\S]*?^```/gm
const INLINE_CODE = /`[^`\n]*`/g
const LINK = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g

/**
 * Links to other sites and within the page are left alone.
 *
 * @param exists whether a path from the top of the project is there
 */
export function brokenLinks(page: SourceFile, exists: (path: string) => boolean): readonly string[] {
  const prose = page.text.replace(FENCED, '').replace(INLINE_CODE, '')
  return [...prose.matchAll(LINK)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^([a-z]+:|#)/i.test(target))
    .filter((target) => {
      const path = posix.normalize(posix.join(posix.dirname(page.path), target.split('#')[0] ?? ''))
      return !exists(path)
    })
    .map((target) => `${page.path}: ${target}`)
}
