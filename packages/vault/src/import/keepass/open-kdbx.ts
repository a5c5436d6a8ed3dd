/**
 * Opens a KDBX file of version 3 or 4 by its password (keepass.info/help/kb/kdbx.html). The library reads headers,
 * blocks and streams; the XML is left to a reader that needs no browser's, which Trusted Types refuse to a page.
 */
import { chacha20 } from '@noble/ciphers/chacha.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import kdbxweb from 'kdbxweb'
import { openCbc } from '../open-sealed.ts'
import { gunzip } from './gunzip.ts'
import { transformKey } from './transform-key.ts'

export type KdbxRefusal =
  | 'password_wrong'
  | 'file_damaged'
  | 'derivation_too_costly'
  /** Another version, cipher or derivation than those that are known. */
  | 'format_unknown'

/** The document, and what its protected values are masked with, in the order in which they stand. */
export type OpenKdbx = {
  readonly xml: string
  readonly headerHash: Uint8Array
  readonly nextMask: (length: number) => Uint8Array
}

type Header = InstanceType<typeof kdbxweb.KdbxHeader>
type Stream = InstanceType<typeof kdbxweb.BinaryStream>

export async function openKdbx(bytes: Uint8Array, password: string): Promise<OpenKdbx | KdbxRefusal> {
  try {
    return await open(new kdbxweb.BinaryStream(bufferOf(bytes)), password)
  } catch (error) {
    // The library and the views it reads through throw at whatever is not as it should be.
    const isUnsupported = error instanceof kdbxweb.KdbxError && unsupported.has(error.code)
    return isUnsupported ? 'format_unknown' : 'file_damaged'
  }
}

const { ErrorCodes, CipherId } = kdbxweb.Consts
const unsupported: ReadonlySet<string> = new Set([ErrorCodes.Unsupported, ErrorCodes.InvalidVersion])

async function open(stream: Stream, password: string): Promise<OpenKdbx | KdbxRefusal> {
  const context = new kdbxweb.KdbxContext({ kdbx: new kdbxweb.Kdbx() })
  const header = kdbxweb.KdbxHeader.read(stream, context)
  const start = new Uint8Array(stream.readBytesNoAdvance(0, header.endPos ?? 0))
  const key = await transformKey(header, password)
  if (typeof key === 'string') return key
  const isOld = header.versionMajor === 3
  const packed = await (isOld ? openVersion3(stream, header, key) : openVersion4(stream, header, key, start))
  if (typeof packed === 'string') return packed
  const plain = header.compression === 1 ? await gunzip(packed) : packed
  if (plain === undefined) return 'file_damaged'
  const content = new kdbxweb.BinaryStream(bufferOf(plain))
  if (!isOld) header.readInnerHeader(content, context)
  const masks = await kdbxweb.ProtectSaltGenerator.create(
    header.protectedStreamKey ?? new ArrayBuffer(0),
    header.crsAlgorithm ?? 0,
  )
  return {
    xml: new TextDecoder().decode(content.readBytesToEnd()),
    headerHash: sha256(start),
    nextMask: (length) => new Uint8Array(masks.getSalt(length)),
  }
}

/** The first bytes of the content are known, and tell whether the password was right. */
async function openVersion3(
  stream: Stream,
  header: Header,
  key: Uint8Array,
): Promise<Uint8Array | KdbxRefusal> {
  const known = new Uint8Array(header.streamStartBytes ?? new ArrayBuffer(0))
  const cipherKey = sha256(concatBytes(seedOf(header), key))
  const plain = await decrypt(header, cipherKey, new Uint8Array(stream.readBytesToEnd()))
  if (plain === 'format_unknown') return plain
  if (plain === undefined || known.length !== 32) return 'password_wrong'
  if (!isSame(plain.subarray(0, known.length), known)) return 'password_wrong'
  return new Uint8Array(await kdbxweb.HashedBlockTransform.decrypt(bufferOf(plain.subarray(known.length))))
}

/** A hash of the header tells damage, a HMAC of it a wrong password; each block has a HMAC as well. */
async function openVersion4(
  stream: Stream,
  header: Header,
  key: Uint8Array,
  start: Uint8Array,
): Promise<Uint8Array | KdbxRefusal> {
  if (!isSame(new Uint8Array(stream.readBytes(32)), sha256(start))) return 'file_damaged'
  const hmacKey = bufferOf(sha512(concatBytes(seedOf(header), key, Uint8Array.of(1))))
  const last = new kdbxweb.Int64(0xffff_ffff, 0xffff_ffff)
  const headerKey = await kdbxweb.HmacBlockTransform.getHmacKey(hmacKey, last)
  const expected = await kdbxweb.CryptoEngine.hmacSha256(headerKey, bufferOf(start))
  const found = new Uint8Array(stream.readBytes(32))
  if (found.length !== 32) return 'file_damaged'
  if (!isSame(found, new Uint8Array(expected))) return 'password_wrong'
  const sealed = await kdbxweb.HmacBlockTransform.decrypt(stream.readBytesToEnd(), hmacKey)
  const cipherKey = sha256(concatBytes(seedOf(header), key))
  return (await decrypt(header, cipherKey, new Uint8Array(sealed))) ?? 'file_damaged'
}

async function decrypt(
  header: Header,
  key: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined | 'format_unknown'> {
  const nonce = new Uint8Array(header.encryptionIV ?? new ArrayBuffer(0))
  switch (header.dataCipherUuid?.toString()) {
    case CipherId.Aes:
      return openCbc(key, nonce, sealed)
    case CipherId.ChaCha20:
      return nonce.length === 12 ? chacha20(key, nonce, sealed) : undefined
    default:
      return 'format_unknown'
  }
}

function seedOf({ masterSeed }: Header): Uint8Array {
  return new Uint8Array(masterSeed ?? new ArrayBuffer(0))
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
