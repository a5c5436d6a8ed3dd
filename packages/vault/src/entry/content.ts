/** A vault's content as bytes and back: JSON, versioned, and read with as much doubt as anybody's. */
import type { Algorithm } from '@sallyport/otp'
import { checkDraft } from './check-draft.ts'
import type { CodeKind, Entry, VaultContent, VaultSettings } from './entry.ts'

const VERSION = 1
const ALGORITHMS: readonly Algorithm[] = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'MD5']
const ORDERS: readonly VaultSettings['order'][] = ['by_hand', 'by_use', 'by_name']
const DAY_MS = 86_400_000

/** What a new vault holds. */
export const emptyContent: VaultContent = {
  entries: [],
  settings: {
    order: 'by_hand',
    hideCodes: false,
    lockAfterMinutes: 5,
    clockOffsetMs: 0,
    backedUpAt: undefined,
  },
}

/** Counters go as text, because they may be wider than a number of JSON. */
export function writeContent(content: VaultContent): Uint8Array {
  const text = JSON.stringify({ version: VERSION, ...content }, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  return new TextEncoder().encode(text)
}

/**
 * Reads content that was opened with its key, so that nobody but its owner wrote it; it may still be of another version
 * of this program.
 *
 * @returns undefined where it is not content of a version that is known
 */
export function readContent(bytes: Uint8Array): VaultContent | undefined {
  try {
    const read = record(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    if (read['version'] !== VERSION) return undefined
    return { entries: list(read['entries']).map(entryOf), settings: settingsOf(record(read['settings'])) }
  } catch {
    return undefined
  }
}

function entryOf(value: unknown): Entry {
  const read = record(value)
  const entry: Entry = {
    id: text(read['id']),
    issuer: text(read['issuer']),
    account: text(read['account']),
    secret: text(read['secret']),
    code: codeKindOf(record(read['code'])),
    tags: list(read['tags']).map(text),
    letter: text(read['letter']),
    note: text(read['note']),
    pinned: read['pinned'] === true,
    addedAt: number(read['addedAt']),
    usedAt: optionalNumber(read['usedAt']),
    uses: number(read['uses']),
    removedAt: optionalNumber(read['removedAt']),
  }
  const problem = checkDraft(entry)
  if (problem !== undefined) throw new TypeError(problem)
  return entry
}

function codeKindOf(read: Readonly<Record<string, unknown>>): CodeKind {
  switch (read['kind']) {
    case 'totp':
      return {
        kind: 'totp',
        algorithm: oneOf(read['algorithm'], ALGORITHMS),
        digits: number(read['digits']),
        periodSeconds: number(read['periodSeconds']),
      }
    case 'hotp':
      return {
        kind: 'hotp',
        algorithm: oneOf(read['algorithm'], ALGORITHMS),
        digits: number(read['digits']),
        counter: BigInt(text(read['counter'])),
      }
    case 'steam':
      return { kind: 'steam' }
    case 'yandex':
    case 'motp':
      return { kind: read['kind'], pin: text(read['pin']) }
    default:
      throw new TypeError('a kind of code that is not known')
  }
}

function settingsOf(read: Readonly<Record<string, unknown>>): VaultSettings {
  const offset = number(read['clockOffsetMs'])
  return {
    order: oneOf(read['order'], ORDERS),
    hideCodes: read['hideCodes'] === true,
    lockAfterMinutes: Math.max(0, number(read['lockAfterMinutes'])),
    clockOffsetMs: Math.abs(offset) <= DAY_MS ? offset : 0,
    backedUpAt: optionalNumber(read['backedUpAt']),
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a record')
  return value as Readonly<Record<string, unknown>>
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('not a list')
  return value
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError('not a number')
  return value
}

function optionalNumber(value: unknown): number | undefined {
  return value === undefined || value === null ? undefined : number(value)
}

function oneOf<T>(value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new TypeError('not one of what is known')
  return found
}
