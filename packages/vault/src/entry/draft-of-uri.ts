/** From an otpauth URI to a draft and back. */
import { decodeBase32, encodeBase32, type OtpauthUri, writeOtpauthUri } from '@sallyport/otp'
import type { EntryProblem, ImportedEntry } from '../import/import-reading.ts'
import { checkDraft } from './check-draft.ts'
import type { CodeKind, EntryDraft } from './entry.ts'

/** What a URI gives; only a PIN may be wanting, which people are asked for. */
export function draftOfUri(uri: OtpauthUri): ImportedEntry | { readonly problem: EntryProblem } {
  const draft: EntryDraft = {
    issuer: uri.issuer,
    account: uri.account,
    secret: encodeBase32(uri.key),
    code: codeKindOf(uri),
    tags: uri.tags,
    letter: '',
    note: uri.note,
    pinned: uri.pinned,
  }
  const problem = checkDraft(draft)
  const needsPin = problem === 'pin_missing' && pinOf(draft.code) === ''
  if (problem !== undefined && !needsPin) return { problem }
  return { draft, removed: uri.trashed, needsPin }
}

/**
 * Writes an entry in the form that every app reads. What the URI has no word for (tags, notes, the letter) stays behind.
 * It holds the key: it is as secret as that.
 */
export function uriOfEntry(entry: Pick<EntryDraft, 'issuer' | 'account' | 'secret' | 'code'>): string {
  const read = decodeBase32(entry.secret)
  if (!read.ok) throw new RangeError('the secret is not base32')
  const { kind, ...shape } = entry.code
  return writeOtpauthUri({
    ...shape,
    type: kind,
    issuer: entry.issuer,
    account: entry.account,
    key: read.bytes,
  })
}

function codeKindOf(uri: OtpauthUri): CodeKind {
  const { type, algorithm, digits, periodSeconds, counter, pin = '' } = uri
  switch (type) {
    case 'totp':
      return { kind: 'totp', algorithm, digits, periodSeconds }
    case 'hotp':
      return { kind: 'hotp', algorithm, digits, counter }
    case 'steam':
      return { kind: 'steam' }
    case 'yandex':
    case 'motp':
      return { kind: type, pin }
  }
}

function pinOf(code: CodeKind): string | undefined {
  return 'pin' in code ? code.pin : undefined
}
