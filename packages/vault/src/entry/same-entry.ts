/** When two entries are one and the same account. */
import { decodeBase32 } from '@sallyport/otp'
import type { EntryDraft } from './entry.ts'

type Named = Pick<EntryDraft, 'issuer' | 'account' | 'secret'>

/** The same key under the same names: one key under two names is two accounts that somebody keeps apart. */
export function sameEntry(one: Named, other: Named): boolean {
  return (
    sameSecret(one.secret, other.secret) &&
    plain(one.issuer) === plain(other.issuer) &&
    plain(one.account) === plain(other.account)
  )
}

/** Compares what the bits say, whatever the spelling. */
export function sameSecret(one: string, other: string): boolean {
  if (one === other) return true
  const [left, right] = [decodeBase32(one), decodeBase32(other)]
  if (!left.ok || !right.ok || left.bytes.length !== right.bytes.length) return false
  return left.bytes.every((byte, index) => byte === right.bytes[index])
}

function plain(name: string): string {
  return name.normalize('NFC').trim()
}
