/** How an account's codes are made, in words. */
import { type CodeKind, periodOf } from '@sallyport/vault'
import type { BackupTexts } from '../text/en-backup.ts'

export function factsOf(code: CodeKind, words: BackupTexts['entry']): string {
  const parts = [words.kinds[code.kind]]
  if (code.kind === 'totp' || code.kind === 'hotp') parts.push(words.shape(code.algorithm, code.digits))
  if (code.kind === 'hotp') parts.push(words.counter(String(code.counter)))
  const period = periodOf(code)
  if (period !== undefined) parts.push(words.every(period))
  return parts.join(' · ')
}
