/**
 * Key derivation for other people's files. Rounds and memory are read from the file and so anybody's to choose: they
 * are bounded before anything runs.
 */
import { argon2dAsync, argon2idAsync } from '@noble/hashes/argon2.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'

/** A key, or why the file is refused. */
export type Derivation = Uint8Array | 'derivation_too_costly' | 'file_damaged'

/** 1 GiB: what Ente asks for on a computer. */
const MOST_MEMORY_BYTES = 2 ** 30
/** All that is written and read once more over all passes: twice what Ente asks for. */
const MOST_WORK_BYTES = 2 ** 33
const MOST_ROUNDS = 10_000_000
/** Slower by its nature: half a minute at most. */
const MOST_SCRYPT_WORK_BYTES = 2 ** 31
const MOST_SCRYPT_N = 2 ** 20
const MOST_SCRYPT_MEMORY_BYTES = MOST_MEMORY_BYTES + 2 ** 20
const MOST_LANES = 64

export type Pbkdf2Cost = { readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-512'; readonly rounds: number }

/** PBKDF2 (RFC 8018, 5.2) by WebCrypto; at most 10 million rounds. */
export async function pbkdf2(
  password: string | Uint8Array,
  salt: Uint8Array,
  { hash, rounds }: Pbkdf2Cost,
  length = 32,
): Promise<Derivation> {
  if (!isCount(rounds)) return 'file_damaged'
  if (rounds > MOST_ROUNDS) return 'derivation_too_costly'
  const key = await crypto.subtle.importKey('raw', bytesOf(password), 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash, iterations: rounds, salt: Uint8Array.from(salt) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8))
}

export type ScryptCost = { readonly n: number; readonly r: number; readonly p: number }

/** scrypt (RFC 7914); n at most 2^20, and at most 1 GiB of memory. */
export async function scrypt(
  password: string,
  salt: Uint8Array,
  { n, r, p }: ScryptCost,
): Promise<Derivation> {
  if (![n, r, p].every(isCount) || n < 2 || !Number.isInteger(Math.log2(n))) return 'file_damaged'
  const memory = 128 * r * (n + p + 1)
  if (n > MOST_SCRYPT_N || memory > MOST_SCRYPT_MEMORY_BYTES) return 'derivation_too_costly'
  if (128 * n * r * p > MOST_SCRYPT_WORK_BYTES) return 'derivation_too_costly'
  return withinMemory(() =>
    scryptAsync(bytesOf(password), salt, { N: n, r, p, dkLen: 32, maxmem: MOST_SCRYPT_MEMORY_BYTES }),
  )
}

export type Argon2Cost = {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
  /** argon2id of version 0x13 unless it is said. */
  readonly kind?: 'argon2id' | 'argon2d'
  readonly version?: 0x10 | 0x13
}

/** argon2 (RFC 9106); at most 1 GiB of memory. */
export async function argon2(
  password: string | Uint8Array,
  salt: Uint8Array,
  { memoryKiB, passes, lanes, kind = 'argon2id', version = 0x13 }: Argon2Cost,
): Promise<Derivation> {
  if (![memoryKiB, passes, lanes].every(isCount)) return 'file_damaged'
  if (memoryKiB < 8 * lanes || salt.length < 8) return 'file_damaged'
  const memory = memoryKiB * 1024
  if (memory > MOST_MEMORY_BYTES || memory * passes > MOST_WORK_BYTES || lanes > MOST_LANES)
    return 'derivation_too_costly'
  const derive = kind === 'argon2id' ? argon2idAsync : argon2dAsync
  const cost = { m: memoryKiB, t: passes, p: lanes, version, dkLen: 32, maxmem: 2 ** 32 - 1 }
  return withinMemory(() => derive(bytesOf(password), salt, cost))
}

/** A phone may have less memory than the file asks for; that is too costly there. */
async function withinMemory(derive: () => Promise<Uint8Array>): Promise<Derivation> {
  try {
    return await derive()
  } catch (error) {
    if (error instanceof RangeError) return 'derivation_too_costly'
    throw error
  }
}

function bytesOf(password: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof password === 'string' ? new TextEncoder().encode(password) : Uint8Array.from(password)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}
