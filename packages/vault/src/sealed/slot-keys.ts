/** The key of a slot, out of what people have: a passphrase, a recovery key, a passkey. */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { decodeBase32, encodeBase32 } from '@sallyport/otp'
import { decodeBase64, encodeBase64 } from '../base64.ts'
import type { Random } from '../random.ts'
import type { PassphraseKdf } from './sealed-vault.ts'

const SALT_BYTES = 16
const RECOVERY_BYTES = 20
/** What a new passphrase slot costs: half a second to two seconds on a phone. */
const COST = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }
/** What is run for a file, whose numbers are anybody's to write. */
const MOST = { memoryKiB: 256 * 1024, passes: 16, lanes: 8 }

/** How far a derivation is, from 0 to 1. */
export type Progress = (part: number) => void

/** @param cost for tests alone; otherwise what this version finds right */
export function newKdf(
  random: Random,
  cost: Pick<PassphraseKdf, 'memoryKiB' | 'passes' | 'lanes'> = COST,
): PassphraseKdf {
  const { memoryKiB, passes, lanes } = cost
  return { name: 'argon2id', memoryKiB, passes, lanes, salt: newSalt(random) }
}

export function newSalt(random: Random): string {
  return encodeBase64(random.bytes(SALT_BYTES))
}

export function isTooCostly({ memoryKiB, passes, lanes }: PassphraseKdf): boolean {
  return memoryKiB > MOST.memoryKiB || passes > MOST.passes || lanes > MOST.lanes
}

/**
 * In slices, so that a page stays alive meanwhile, and loaded when it is needed: a vault that the browser opens by itself
 * needs no derivation. The passphrase counts in NFC, whatever keyboard typed it.
 */
export async function passphraseKey(
  passphrase: string,
  kdf: PassphraseKdf,
  progress?: Progress,
): Promise<Uint8Array> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js')
  return argon2idAsync(passphrase.normalize('NFC'), bytesOf(kdf.salt), {
    m: kdf.memoryKiB,
    t: kdf.passes,
    p: kdf.lanes,
    dkLen: 32,
    maxmem: 2 ** 32 - 1,
    ...(progress === undefined ? {} : { onProgress: progress }),
  })
}

export function recoveryKey(bytes: Uint8Array, salt: string): Uint8Array {
  return hkdf(sha256, bytes, bytesOf(salt), label('recovery'), 32)
}

export function passkeyKey(prfOutput: Uint8Array, salt: string): Uint8Array {
  return hkdf(sha256, prfOutput, bytesOf(salt), label('passkey'), 32)
}

/** So that no key serves two ends. */
function label(end: string): Uint8Array {
  return new TextEncoder().encode(`sallyport-vault ${end}`)
}

/** A new recovery key: 160 bits as eight groups of four. */
export function newRecoveryKey(random: Random): { readonly bytes: Uint8Array; readonly text: string } {
  const bytes = random.bytes(RECOVERY_BYTES)
  return { bytes, text: (encodeBase32(bytes).match(/.{4}/g) ?? []).join('-') }
}

/** As people type it from paper; undefined where it cannot be one. */
export function readRecoveryKey(typed: string): Uint8Array | undefined {
  const read = decodeBase32(typed)
  return read.ok && read.bytes.length === RECOVERY_BYTES ? read.bytes : undefined
}

export function bytesOf(base64: string): Uint8Array {
  const bytes = decodeBase64(base64)
  if (bytes === undefined) throw new TypeError('not base64')
  return bytes
}
