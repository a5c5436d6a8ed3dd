/** Where URIs of accounts stand in a text. */
import { unescapeHtml } from '../html-text.ts'

const START = /(?:otpauth(?:-migration)?|steam|motp):\/\//i
/** In markup a URI ends with its element or its attribute, whichever quote that has. */
const IN_MARKUP =
  /(?<=')(?:otpauth(?:-migration)?|steam|motp):\/\/[^'<\r\n]+|(?:otpauth(?:-migration)?|steam|motp):\/\/[^"<\r\n]+/gi

/** Whether a line of the text has one; comments do not count. */
export function hasUri(text: string): boolean {
  return START.test(text) && linesOf(text).some((line) => START.test(line))
}

/** Whether the text is Google's export and nothing else. */
export function isMigrations(text: string): boolean {
  const mark = /^\s*otpauth-migration:/i
  return (
    mark.test(text) &&
    text
      .trim()
      .split(/\s+/)
      .every((word) => mark.test(word))
  )
}

export function isMarkup(text: string): boolean {
  return /^\s*</.test(text)
}

/**
 * One text a line from where its URI begins, and lines without one as they stand; neither comments nor empty lines. In
 * a table the URI ends with its field.
 */
export function uriLines(text: string): readonly string[] {
  return linesOf(text).map((line) => {
    const at = line.search(START)
    if (at === -1) return line
    const before = line[at - 1] ?? ''
    const end = '",;'.includes(before) ? line.indexOf(before, at) : -1
    return line.slice(at, before === '' || end === -1 ? undefined : end).trimEnd()
  })
}

/** Every URI of a page or another document, once. */
export function urisInMarkup(text: string): readonly string[] {
  return [...new Set((text.match(IN_MARKUP) ?? []).map((uri) => unescapeHtml(uri).trim()))]
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
}
