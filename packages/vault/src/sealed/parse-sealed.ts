/** Reads a sealed vault's file, and writes it. */
import { decodeBase64, encodeBase64 } from '../base64.ts'
import type { PassphraseKdf, SealedVault, Slot } from './sealed-vault.ts'

export type SealedProblem =
  /** Something else altogether. */
  | 'not_a_vault'
  /** Made by a later version of this program. */
  | 'version_newer'
  /** Cut short or altered. */
  | 'damaged'

export type SealedReading =
  | { readonly ok: true; readonly sealed: SealedVault }
  | { readonly ok: false; readonly problem: SealedProblem }

const FORMAT = 'sallyport-vault'
const MOST_SLOTS = 64

export function writeSealed(sealed: SealedVault): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(sealed)}\n`)
}

/** Looks at the form alone; whether it was altered is known once it is opened. */
export function parseSealed(bytes: Uint8Array): SealedReading {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, problem: 'not_a_vault' }
  }
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return { ok: false, problem: text.startsWith(`{"format":"${FORMAT}"`) ? 'damaged' : 'not_a_vault' }
  }
  if (!isRecord(read) || read['format'] !== FORMAT) return { ok: false, problem: 'not_a_vault' }
  if (typeof read['version'] === 'number' && read['version'] > 1)
    return { ok: false, problem: 'version_newer' }
  return isSealed(read) ? { ok: true, sealed: read } : { ok: false, problem: 'damaged' }
}

function isSealed(read: Readonly<Record<string, unknown>>): read is SealedVault {
  const { slots } = read
  return (
    read['version'] === 1 &&
    isHexadecimal(read['id'], 32) &&
    isBytes(read['nonce'], 12) &&
    isExactly(read['data']) &&
    Array.isArray(slots) &&
    slots.length > 0 &&
    slots.length <= MOST_SLOTS &&
    slots.every(isSlot) &&
    Object.keys(read).length === 6
  )
}

function isSlot(value: unknown): value is Slot {
  if (!isRecord(value) || !isHexadecimal(value['id'], 16)) return false
  if (!isBytes(value['nonce'], 12) || !isBytes(value['key'], 48)) return false
  switch (value['kind']) {
    case 'passphrase':
      return isKdf(value['kdf'])
    case 'recovery':
      return isBytes(value['salt'], 16)
    case 'passkey':
      return (
        isBytes(value['salt'], 16) &&
        isBytes(value['credentialId']) &&
        isBytes(value['prfSalt'], 32) &&
        typeof value['rpId'] === 'string' &&
        Array.isArray(value['transports']) &&
        value['transports'].every((one) => typeof one === 'string')
      )
    case 'device':
      return true
    default:
      return false
  }
}

function isKdf(value: unknown): value is PassphraseKdf {
  return (
    isRecord(value) &&
    value['name'] === 'argon2id' &&
    isCount(value['memoryKiB']) &&
    isCount(value['passes']) &&
    isCount(value['lanes']) &&
    // Argon2 needs eight blocks for each lane (RFC 9106, 3.1).
    Number(value['memoryKiB']) >= 8 * Number(value['lanes']) &&
    isBytes(value['salt'], 16)
  )
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isBytes(value: unknown, length?: number): boolean {
  if (typeof value !== 'string') return false
  const bytes = decodeBase64(value)
  return bytes !== undefined && (length === undefined || bytes.length === length)
}

/** The one spelling that was written: the header is covered as text, the data as bytes, which have several spellings. */
function isExactly(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const bytes = decodeBase64(value)
  return bytes !== undefined && encodeBase64(bytes) === value
}

function isHexadecimal(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
