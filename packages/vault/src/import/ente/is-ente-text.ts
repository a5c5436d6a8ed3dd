/** Tells Ente's list of URIs by the parameter that no other app writes. */
import { uriLines } from '../otpauth/uri-texts.ts'

export function isEnteText(text: string): boolean {
  if (!text.includes('codeDisplay=')) return false
  return uriLines(text).some((line) => /^otpauth:\/\/[^?]*\?(?:.*&)?codeDisplay=/i.test(line))
}
