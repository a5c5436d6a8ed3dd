/** Derives the key of a KDBX file from its password, within bounds. */
import { sha256 } from '@noble/hashes/sha2.js'
import kdbxweb from 'kdbxweb'
import { argon2, type Derivation } from '../../kdf/bounded.ts'

type Header = InstanceType<typeof kdbxweb.KdbxHeader>

/** Some seconds on a phone; programs write what a second takes on a computer. */
const MOST_AES_ROUNDS = 100_000_000

const { KdfId } = kdbxweb.Consts

/** Key files and hardware keys are not asked for: a file that wants one is opened by no password. */
export async function transformKey(header: Header, password: string): Promise<Derivation | 'format_unknown'> {
  const composite = sha256(sha256(new TextEncoder().encode(password)))
  const { kdfParameters } = header
  if (kdfParameters === undefined) return aes(composite, header.transformSeed, header.keyEncryptionRounds)
  const parameter = (name: string): unknown => kdfParameters.get(name)
  const uuid = parameter('$UUID')
  const name = uuid instanceof ArrayBuffer ? kdbxweb.ByteUtils.bytesToBase64(uuid) : ''
  if (name === KdfId.Aes) return aes(composite, parameter('S'), numberOf(parameter('R')))
  if (name !== KdfId.Argon2d && name !== KdfId.Argon2id) return 'format_unknown'
  const [salt, memory, version] = [parameter('S'), numberOf(parameter('M')), parameter('V')]
  if (!(salt instanceof ArrayBuffer) || memory % 1024 !== 0) return 'file_damaged'
  if (version !== 0x10 && version !== 0x13) return 'format_unknown'
  // A secret or data of its own, which no program writes.
  if (parameter('K') !== undefined || parameter('A') !== undefined) return 'format_unknown'
  return argon2(composite, new Uint8Array(salt), {
    memoryKiB: memory / 1024,
    passes: numberOf(parameter('I')),
    lanes: numberOf(parameter('P')),
    kind: name === KdfId.Argon2d ? 'argon2d' : 'argon2id',
    version,
  })
}

async function aes(composite: Uint8Array, seed: unknown, rounds: number | undefined): Promise<Derivation> {
  if (!(seed instanceof ArrayBuffer) || seed.byteLength !== 32) return 'file_damaged'
  if (rounds === undefined || !Number.isSafeInteger(rounds) || rounds < 1) return 'file_damaged'
  if (rounds > MOST_AES_ROUNDS) return 'derivation_too_costly'
  return sha256(await kdbxweb.KeyEncryptorAes.encrypt(composite, seed, rounds))
}

/** Numbers of 64 bits come in two halves. */
function numberOf(value: unknown): number {
  if (value instanceof kdbxweb.Int64) return value.hi * 2 ** 32 + value.lo
  return typeof value === 'number' ? value : Number.NaN
}
