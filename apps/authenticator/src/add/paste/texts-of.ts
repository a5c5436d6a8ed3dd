/** What a pasted text may be: links of accounts, or one code's content that is explained. */
import { urisIn } from '../read/intake.ts'

/** The links in it; else the whole, where it is one line that a QR code may hold; else nothing. */
export function textsOf(text: string): readonly string[] {
  const uris = urisIn(text)
  if (uris.length > 0) return uris
  const whole = text.trim()
  return /^[a-z][a-z0-9+.-]*:\S*$/i.test(whole) ? [whole] : []
}
