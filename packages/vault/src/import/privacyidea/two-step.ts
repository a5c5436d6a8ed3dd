/** privacyIDEA's enrolment in two steps: the phone adds a part to the key, so that a photographed QR code is worthless. */

import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeBase32, encodeBase32, readOtpauthUri } from '@sallyport/otp'
import { draftOfUri } from '../../entry/draft-of-uri.ts'
import type { EntryDraft } from '../../entry/entry.ts'
import { pbkdf2 } from '../../kdf/bounded.ts'
import type { Random } from '../../random.ts'
import { wholeOf } from '../json-access.ts'
import { isTwoStep } from './is-two-step.ts'

/** What the server wants done; `draft` has its part of the key and makes no valid codes yet. */
export type TwoStep = {
  readonly draft: EntryDraft
  /** Of the phone's part. */
  readonly saltBytes: number
  readonly rounds: number
  readonly keyBytes: number
}

export type TwoStepReading =
  | { readonly ok: true; readonly twoStep: TwoStep }
  | { readonly ok: false; readonly problem: 'malformed' | 'derivation_too_costly' }

/** The entry with its whole key, and the phone's part, which people type on the server's page. */
export type TwoStepKey = { readonly draft: EntryDraft; readonly shown: string }

const SALT_BYTES = 10
const ROUNDS = 10_000
/** As long as the hash, which is what the server expects where the QR code does not say. */
const KEY_BYTES: ReadonlyMap<string, number> = new Map([
  ['SHA1', 20],
  ['SHA256', 32],
  ['SHA512', 64],
])
const MOST_BYTES = 64
const MOST_ROUNDS = 10_000_000
const CHECKSUM_BYTES = 4

/**
 * Reads a scanned code. Undefined where it is no enrolment in two steps.
 *
 * privacyIDEA Authenticator, documentation of the token's QR code.
 */
export function readTwoStep(text: string): TwoStepReading | undefined {
  if (!isTwoStep(text)) return undefined
  const malformed = { ok: false, problem: 'malformed' } as const
  const reading = readOtpauthUri(text)
  const outcome = reading.ok ? draftOfUri(reading.uri) : undefined
  if (outcome === undefined || !('draft' in outcome)) return malformed
  const { draft } = outcome
  if (draft.code.kind !== 'totp' && draft.code.kind !== 'hotp') return malformed
  const saltBytes = parameterOf(text, '2step_salt', SALT_BYTES)
  const rounds = parameterOf(text, '2step_difficulty', ROUNDS)
  const keyBytes = parameterOf(text, '2step_output', KEY_BYTES.get(draft.code.algorithm))
  if (!isWithin(saltBytes, MOST_BYTES) || !isWithin(keyBytes, MOST_BYTES)) return malformed
  if (rounds === undefined || rounds < 1) return malformed
  if (rounds > MOST_ROUNDS) return { ok: false, problem: 'derivation_too_costly' }
  return { ok: true, twoStep: { draft, saltBytes, rounds, keyBytes } }
}

/**
 * Makes the phone's part and, out of both, the key. `shown` is base32 with a checksum of four bytes ahead; the entry
 * is of use only once it has been typed on the server's page.
 */
export async function makeTwoStepKey({ draft, ...step }: TwoStep, random: Random): Promise<TwoStepKey> {
  const server = decodeBase32(draft.secret)
  if (!server.ok) throw new RangeError('the secret is not base32')
  const salt = random.bytes(step.saltBytes)
  const cost = { hash: 'SHA-1', rounds: step.rounds } as const
  const key = await pbkdf2(bytesToHex(server.bytes), salt, cost, step.keyBytes)
  if (typeof key === 'string') throw new RangeError(`the enrolment was not read by readTwoStep: ${key}`)
  const shown = encodeBase32(Uint8Array.of(...sha1(salt).subarray(0, CHECKSUM_BYTES), ...salt))
  return { draft: { ...draft, secret: encodeBase32(key) }, shown }
}

/** The first of that name, or what is usual where there is none. */
function parameterOf(text: string, name: string, usual: number | undefined): number | undefined {
  const value = new RegExp(`[?&]${name}=([^&]*)`, 'i').exec(text)?.[1]
  return value === undefined ? usual : wholeOf(value)
}

function isWithin(value: number | undefined, most: number): value is number {
  return value !== undefined && value >= 1 && value <= most
}
