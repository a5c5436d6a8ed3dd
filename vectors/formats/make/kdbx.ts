/** KDBX files of version 4, written byte by byte from the description at keepass.info/help/kb/kdbx.html. */
import { argon2Sync, createCipheriv, createHash, createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { documentOf, entries, failures } from './keepass-document.ts'
import { sealCbc } from './seal.ts'
import { counted, writeFixture } from './write-fixture.ts'

const password = 'a pässword of the file'
const hash = (name: 'sha256' | 'sha512', ...parts: Uint8Array[]) => createHash(name).update(Buffer.concat(parts)).digest()
const int32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const int64 = (value: bigint) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}
const field = (id: number, data: Uint8Array) => Buffer.concat([Buffer.from([id]), int32(data.length), data])

/** ChaCha20 of RFC 8439 from block 0, by OpenSSL, whose vector begins with the counter. */
const chacha20 = (key: Uint8Array, nonce: Uint8Array) => createCipheriv('chacha20', key, Buffer.concat([Buffer.alloc(4), nonce]))

const item = (type: number, name: string, value: Uint8Array) =>
  Buffer.concat([Buffer.from([type]), int32(name.length), Buffer.from(name), int32(value.length), value])
const dictionary = (...items: Uint8Array[]) => Buffer.concat([Buffer.from([0, 1]), ...items, Buffer.from([0])])
const uuid = (hex: string) => item(0x42, '$UUID', Buffer.from(hex, 'hex'))

const salt = counted(32, 11)
const composite = hash('sha256', hash('sha256', Buffer.from(password)))
const cost = { memory: 256, passes: 3, parallelism: 2 }

function argon2(kind: 'argon2d' | 'argon2id') {
  const id = kind === 'argon2d' ? 'ef636ddf8c29444b91f7a9a403e30a0c' : '9e298b1956db4773b23dfc3ec6f0a1e6'
  const parameters = dictionary(
    uuid(id),
    item(0x42, 'S', salt),
    item(0x04, 'P', int32(cost.parallelism)),
    item(0x05, 'M', int64(BigInt(cost.memory * 1024))),
    item(0x05, 'I', int64(BigInt(cost.passes))),
    item(0x04, 'V', int32(0x13)),
  )
  return { parameters, key: argon2Sync(kind, { message: composite, nonce: salt, tagLength: 32, ...cost }) }
}

function aesRounds(rounds: number) {
  const parameters = dictionary(uuid('c9d9f39a628a4460bf740d08c18a4fea'), item(0x42, 'S', salt), item(0x05, 'R', int64(BigInt(rounds))))
  let key = composite
  const cipher = createCipheriv('aes-256-ecb', salt, null).setAutoPadding(false)
  for (let round = 0; round < rounds; round += 1) key = cipher.update(key)
  return { parameters, key: hash('sha256', key) }
}

function kdbx4({ parameters, key }: { parameters: Buffer; key: Uint8Array }, cipher: 'aes' | 'chacha20', isPacked: boolean): Buffer {
  const seed = counted(32, 12)
  const nonce = counted(cipher === 'aes' ? 16 : 12, 13)
  const header = Buffer.concat([
    Buffer.from('03d9a29a67fb4bb500000400', 'hex'),
    field(2, Buffer.from(cipher === 'aes' ? '31c1f2e6bf714350be5805216afc5aff' : 'd6038a2b8b6f4cb5a524339a31dbb59a', 'hex')),
    field(3, int32(isPacked ? 1 : 0)),
    field(4, seed),
    field(7, nonce),
    field(11, parameters),
    field(0, Buffer.from('0d0a0d0a', 'hex')),
  ])
  const streamKey = counted(64, 14)
  const derived = hash('sha512', streamKey)
  const stream = chacha20(derived.subarray(0, 32), derived.subarray(32, 44))
  const xml = documentOf((value) => stream.update(value, 'utf8').toString('base64'))
  const inner = Buffer.concat([field(1, int32(3)), field(2, streamKey), field(3, Buffer.from('\0an attachment')), field(0, Buffer.alloc(0)), Buffer.from(xml)])
  const content = isPacked ? gzipSync(inner) : inner
  const cipherKey = hash('sha256', seed, key)
  const sealed = cipher === 'aes' ? sealCbc(cipherKey, nonce, content) : chacha20(cipherKey, nonce).update(content)
  const hmacKey = hash('sha512', seed, key, Buffer.from([1]))
  const hmac = (index: bigint, ...parts: Uint8Array[]) => createHmac('sha256', hash('sha512', int64(index), hmacKey)).update(Buffer.concat(parts)).digest()
  const blocks = [sealed.subarray(0, 1000), sealed.subarray(1000), Buffer.alloc(0)].map((block, index) =>
    Buffer.concat([hmac(BigInt(index), int64(BigInt(index)), int32(block.length), block), int32(block.length), block]),
  )
  return Buffer.concat([header, hash('sha256', header), hmac(2n ** 64n - 1n, header), ...blocks])
}

const expected = { format: 'kdbx', password, entries, failures }
writeFixture('kdbx', 'version-4-argon2d-aes.kdbx', kdbx4(argon2('argon2d'), 'aes', true), expected)
writeFixture('kdbx', 'version-4-argon2id-chacha20.kdbx', kdbx4(argon2('argon2id'), 'chacha20', false), expected)
writeFixture('kdbx', 'version-4-aes-rounds.kdbx', kdbx4(aesRounds(60_000), 'chacha20', true), expected)
