/** What the formats look at: a file's bytes, its text and its JSON, each read once. */
import type { ImportSource } from './import-reading.ts'

/** Takes bytes apart as far as they go; what is not text or not JSON is undefined. */
export function sourceOf(bytes: Uint8Array): ImportSource {
  const text = decodeText(bytes)
  return { bytes, text, json: text === undefined ? undefined : parseJson(text) }
}

/** UTF-8 without its byte order mark; undefined where it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether a text begins as an object or a list does. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

/** Objects and lists alone: a bare number or word is text that happens to be JSON. */
export function parseJson(text: string): unknown {
  if (!looksLikeJson(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
