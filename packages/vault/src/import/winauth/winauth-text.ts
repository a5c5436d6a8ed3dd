/** Tells WinAuth's lists of URIs from those of other apps, and reads their labels. */
import { uriLines } from '../otpauth/uri-texts.ts'

/** WinAuth writes the key and the digits first, and encodes the account like the value of a form. */
const LINE = /^otpauth:\/\/[th]otp\/(?:[^?]*:)?([\w.!*()%+-]*)\?secret=[^&]*&digits=\d+(&.*)?$/i
/** What no other app writes: a space as a plus in the label, the window's icon, a device of Battle.net or Steam. */
const MARK = /^[^?]*\+[^?]*\?|&(?:icon|serial|deviceid)=/

/** Any text in an archive may be WinAuth's. */
export function isTextFile(name: string): boolean {
  return name.toLowerCase().endsWith('.txt')
}

/** Whether every line is one that WinAuth writes and at least one bears its mark. */
export function isWinAuthText(text: string): boolean {
  if (!text.includes('&digits=')) return false
  const lines = uriLines(text)
  return lines.every((line) => LINE.test(line)) && lines.some((line) => MARK.test(line))
}

/** The same URI with the spaces of its account written as everybody writes them. */
export function withSpaces(uri: string): string {
  const query = uri.indexOf('?')
  const label = query === -1 ? uri : uri.slice(0, query)
  const account = label.lastIndexOf(':') + 1
  return label.slice(0, account) + label.slice(account).replaceAll('+', '%20') + uri.slice(label.length)
}
