/** Writes zip archives byte by byte: plain, by AES (AE-2 of WinZip) and in the old way of PKZIP. */
import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { counted } from './write-fixture.ts'

export type ZipWay = { readonly kind: 'plain' } | { readonly kind: 'aes' | 'pkzip'; readonly password: string }
export type ZipFile = { readonly name: string; readonly text: string }

type Packed = { readonly data: Buffer; readonly method: number; readonly crc: number; readonly extra: Buffer; readonly flags: number }

const DEFLATE = 8
const DOS_TIME = 0x6000
const DOS_DATE = 0x58a6

export function writeZip(files: readonly ZipFile[], way: ZipWay): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { fields, name, packed, tail } = header(file, way)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed.extra, packed.data])
    central.push(Buffer.concat([
      Buffer.from('PK\x01\x02', 'latin1'), le(51, 2), fields, le(0, 2), le(0, 2), le(0, 2), le(0, 4), le(offset, 4), name, tail,
    ]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = [le(0, 2), le(0, 2), le(files.length, 2), le(files.length, 2), le(directory.length, 4), le(offset, 4), le(0, 2)]
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), ...end])
}

function header(file: ZipFile, way: ZipWay) {
  const plain = Buffer.from(file.text)
  const packed = pack(plain, way)
  const name = Buffer.from(file.name)
  const fields = Buffer.concat([
    le(51, 2), le(packed.flags, 2), le(packed.method, 2), le(DOS_TIME, 2), le(DOS_DATE, 2), le(packed.crc, 4),
    le(packed.data.length, 4), le(plain.length, 4), le(name.length, 2), le(packed.extra.length, 2),
  ])
  return { fields, name, packed, tail: packed.extra }
}

function pack(plain: Buffer, way: ZipWay): Packed {
  const deflated = deflateRawSync(plain)
  const crc = crc32(plain)
  const none = Buffer.alloc(0)
  if (way.kind === 'plain') return { data: deflated, method: DEFLATE, crc, extra: none, flags: 0 }
  if (way.kind === 'pkzip') return { data: sealPkzip(deflated, way.password, crc), method: DEFLATE, crc, extra: none, flags: 1 }
  const extra = Buffer.concat([le(0x9901, 2), le(7, 2), le(2, 2), Buffer.from('AE'), le(3, 1), le(DEFLATE, 2)])
  return { data: sealAes(deflated, way.password), method: 99, crc: 0, extra, flags: 1 }
}

/** Salt, two bytes that tell the password, AES-256 in counter mode (from 1, little-endian), ten bytes of HMAC. */
function sealAes(plain: Buffer, password: string): Buffer {
  const salt = counted(16, 21)
  const keys = pbkdf2Sync(password, salt, 1000, 66, 'sha1')
  const cipher = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false)
  const sealed = Buffer.from(plain)
  for (let block = 0; block * 16 < plain.length; block += 1) {
    const stream = cipher.update(Buffer.concat([le(block + 1, 4), Buffer.alloc(12)]))
    for (let at = block * 16; at < Math.min(plain.length, block * 16 + 16); at += 1)
      sealed[at] = (plain[at] ?? 0) ^ (stream[at % 16] ?? 0)
  }
  const mac = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest().subarray(0, 10)
  return Buffer.concat([salt, keys.subarray(64), sealed, mac])
}

/** APPNOTE 6.1: three keys, stirred by every byte; twelve bytes ahead, the last of them the checksum's highest. */
function sealPkzip(plain: Buffer, password: string, crc: number): Buffer {
  let [one, two, three] = [0x12345678, 0x23456789, 0x34567890]
  const stir = (byte: number) => {
    one = step(one, byte)
    two = (Math.imul((two + (one & 0xff)) >>> 0, 134775813) + 1) >>> 0
    three = step(three, two >>> 24)
  }
  for (const byte of Buffer.from(password)) stir(byte)
  const ahead = counted(12, 23)
  ahead[11] = crc >>> 24
  return Buffer.from(Buffer.concat([ahead, plain]).map((byte) => {
    const low = (three & 0xffff) | 2
    const sealed = byte ^ ((Math.imul(low, low ^ 1) >>> 8) & 0xff)
    stir(byte)
    return sealed
  }))
}

/** One byte more of a checksum (CRC-32) that is not inverted at either end. */
function step(register: number, byte: number): number {
  let low = (register ^ byte) & 0xff
  for (let bit = 0; bit < 8; bit += 1) low = (low >>> 1) ^ ((low & 1) === 1 ? 0xedb88320 : 0)
  return ((register >>> 8) ^ low) >>> 0
}

function le(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let index = 0; index < length; index += 1) bytes[index] = Math.floor(value / 256 ** index) % 256
  return bytes
}
