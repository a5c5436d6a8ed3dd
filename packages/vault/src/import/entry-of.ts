/** Makes an entry of what a file says about one, in whatever types and spellings it says it. */
import { type Algorithm, decodeBase32, encodeBase32 } from '@sallyport/otp'
import { checkDraft } from '../entry/check-draft.ts'
import type { CodeKind, EntryDraft } from '../entry/entry.ts'
import { nameOf } from '../entry/name-of.ts'
import type { EntryProblem, ImportedEntry } from './import-reading.ts'
import { counterOf, textOf, wholeOf } from './json-access.ts'

/** An entry, or why there is none and what it is called. */
export type EntryOutcome = ImportedEntry | EntryRefusal
export type EntryRefusal = { readonly problem: EntryProblem; readonly label: string }

/** Numbers and names as the file has them; undefined, null and empty text mean what is usual: SHA1, 6, 30 and 0. */
export type EntryParts = {
  readonly kind: CodeKind['kind']
  readonly issuer: string
  readonly account: string
  /** Base32 in any spelling, or the bytes themselves. */
  readonly secret: string | Uint8Array
  readonly algorithm?: unknown
  readonly digits?: unknown
  readonly period?: unknown
  readonly counter?: unknown
  readonly pin?: string
  readonly tags?: readonly string[]
  readonly note?: string
  readonly pinned?: boolean
  readonly removed?: boolean
}

/** Not an entry at all. */
export const malformed: EntryRefusal = { problem: 'malformed', label: '' }

const algorithms: ReadonlySet<string> = new Set<Algorithm>([
  'SHA1',
  'SHA224',
  'SHA256',
  'SHA384',
  'SHA512',
  'MD5',
])

/** An entry of its parts; for Yandex and mOTP without a PIN, one that people are asked for. */
export function entryOf(parts: EntryParts): EntryOutcome {
  const { pin = '', tags = [], note = '', pinned = false, removed = false } = parts
  const [issuer, account] = [parts.issuer.trim(), parts.account.trim()]
  const refuse = (problem: EntryProblem): EntryRefusal => ({ problem, label: nameOf({ issuer, account }) })
  const secret = canonicalSecret(parts.secret)
  if (secret === undefined) return refuse('secret_bad')
  const code = codeOfParts(parts, pin)
  if (typeof code === 'string') return refuse(code)
  const draft: EntryDraft = {
    issuer,
    account,
    secret,
    code,
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
    letter: '',
    note,
    pinned,
  }
  const problem = checkDraft(draft)
  const needsPin = problem === 'pin_missing' && pin === ''
  return problem === undefined || needsPin ? { draft, removed, needsPin } : refuse(problem)
}

/** Empty text stays empty, so that a missing secret is told from a bad one. */
function canonicalSecret(secret: string | Uint8Array): string | undefined {
  if (typeof secret !== 'string') return encodeBase32(secret)
  const read = decodeBase32(secret)
  if (read.ok) return encodeBase32(read.bytes)
  return read.problem === 'empty' ? '' : undefined
}

function codeOfParts(parts: EntryParts, pin: string): CodeKind | EntryProblem {
  const { kind } = parts
  if (kind === 'steam') return { kind }
  if (kind === 'yandex' || kind === 'motp') return { kind, pin }
  const algorithm = algorithmOf(parts.algorithm)
  if (algorithm === undefined) return 'algorithm_unknown'
  const digits = isUnsaid(parts.digits) ? 6 : wholeOf(parts.digits)
  if (digits === undefined) return 'digits_bad'
  if (kind === 'hotp') {
    const counter = isUnsaid(parts.counter) ? 0n : counterOf(parts.counter)
    return counter === undefined ? 'counter_bad' : { kind, algorithm, digits, counter }
  }
  const periodSeconds = isUnsaid(parts.period) ? 30 : wholeOf(parts.period)
  return periodSeconds === undefined ? 'period_bad' : { kind, algorithm, digits, periodSeconds }
}

/** Reads `sha256`, `SHA-256`, `HmacSHA256`, `HMAC-SHA-256` and `algorithm.sha256` alike. */
function algorithmOf(value: unknown): Algorithm | undefined {
  if (isUnsaid(value)) return 'SHA1'
  const name = textOf(value)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(ALGORITHM)?(HMAC)?/, '')
  return isAlgorithm(name) ? name : undefined
}

function isUnsaid(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isAlgorithm(name: string): name is Algorithm {
  return algorithms.has(name)
}
