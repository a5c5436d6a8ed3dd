/** Where URIs of accounts stand in a text. */
import { unescapeHtml } from '../html-text.ts'

const START = /(?:otpauth(?:-migration)?|steam|motp):\/\//i
/** In HTML a URI ends with its element or its attribute, whichever quote that has. */
const IN_HTML =
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

export function isHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html)/i.test(text)
}

/** One text a line from where its URI begins, and lines without one as they stand; neither comments nor empty lines. */
export function uriLines(text: string): readonly string[] {
  return linesOf(text).map((line) => {
    const at = line.search(START)
    return at === -1 ? line : line.slice(at).trimEnd()
  })
}

/** Every URI of a page, once. */
export function urisInHtml(html: string): readonly string[] {
  return [...new Set((html.match(IN_HTML) ?? []).map((uri) => unescapeHtml(uri).trim()))]
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
}
