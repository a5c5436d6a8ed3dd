/** FreeOTP+, FreeOTP 1 and FreeOTP 2 of section 2.10 of the reference; the last as Java serialises its map. */
import { pbkdf2Sync } from 'node:crypto'
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { sealGcmWhole } from './seal.ts'
import { bytesOfBase32, counted, writeFixture } from './write-fixture.ts'

const signed = (bytes: Uint8Array) => Array.from(new Int8Array(bytes))
const secretOf = (account: { secret: string }) => signed(bytesOfBase32(account.secret))

const tokens = [
  { algo: 'SHA1', counter: 0, digits: 6, issuerExt: plain.issuer, issuerInt: plain.issuer, label: plain.account, period: 30, type: 'TOTP', secret: secretOf(plain) },
  { algo: 'SHA256', counter: 0, digits: 8, issuerInt: long.issuer, label: long.account, period: 60, type: 'TOTP', secret: secretOf(long) },
  // The counter of the code that was shown last.
  { algo: 'SHA1', counter: 40, digits: 7, issuerExt: counter.issuer, label: counter.account, period: 30, type: 'HOTP', secret: secretOf(counter) },
  { algo: 'SHA1', counter: 0, digits: 5, issuerExt: 'Steam', label: steam.account, period: 30, type: 'TOTP', secret: secretOf(steam) },
  { algo: 'SHA1', counter: 0, digits: 6, issuerExt: unicode.issuer, label: unicode.account, period: 30, type: 'TOTP', secret: secretOf(unicode) },
]
const entries = [plain, long, counter, steam, unicode]
const names = tokens.map(({ issuerExt = '', label }) => `${issuerExt}:${label}`)

writeFixture('freeotp-plus', 'plain.json', JSON.stringify({ tokenOrder: names, tokens }), { format: 'freeotp-plus', entries })
const label = 'ACME Co, john.doe@email.com'
writeFixture('freeotp-plus', 'broken-tokens.json', JSON.stringify({
  tokenOrder: [],
  tokens: [
    null,
    { ...tokens[0], secret: [] },
    { ...tokens[0], secret: [1, 2, 300] },
    { ...tokens[0], type: 'PUSH' },
    { ...tokens[0], digits: 12 },
    { ...tokens[2], counter: -1 },
    { ...tokens[2], counter: -2 },
  ],
}), {
  format: 'freeotp-plus',
  entries: [{ ...counter, code: { ...counter.code, counter: '0' } }],
  failures: [
    { position: 1, label: '', problem: 'malformed' },
    { position: 2, label, problem: 'secret_missing' },
    { position: 3, label, problem: 'secret_missing' },
    { position: 4, label, problem: 'kind_unknown' },
    { position: 5, label, problem: 'digits_bad' },
    { position: 7, label: 'Counting House, ben+codes@example.org', problem: 'counter_bad' },
  ],
})

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const line = (name: string, text: string) => `    <string name="${escape(name)}">${escape(text)}</string>`
writeFixture('freeotp', 'version-1.xml', [
  "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>",
  '<map>',
  line('tokenOrder', JSON.stringify(names)),
  ...tokens.map((token, index) => line(names[index] ?? '', JSON.stringify(token))),
  line('broken', '{"algo":'),
  '</map>',
  '',
].join('\n'), { format: 'freeotp', entries, failures: [{ position: 6, label: 'broken', problem: 'malformed' }] })

const bytes = (length: number, value: number) => {
  const buffer = Buffer.alloc(length)
  buffer.writeUIntBE(value, Math.max(0, length - 6), Math.min(length, 6))
  return buffer
}

/** Each half of a surrogate pair by itself, as Java has it. */
function javaUtf8(text: string): Buffer {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return Buffer.from(
    units.flatMap((unit) => {
      if (unit > 0 && unit < 0x80) return [unit]
      if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 0x3f)]
      return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
    }),
  )
}

function javaString(text: string): Buffer {
  const encoded = javaUtf8(text)
  const isLong = encoded.length > 0xffff
  return Buffer.concat([Buffer.from([isLong ? 0x7c : 0x74]), bytes(isLong ? 8 : 2, encoded.length), encoded])
}

function javaMap(map: Record<string, string>): Buffer {
  const name = (text: string) => Buffer.concat([bytes(2, text.length), Buffer.from(text)])
  const pairs = Object.entries(map).map(([key, value]) => Buffer.concat([javaString(key), javaString(value)]))
  return Buffer.concat([
    Buffer.from('aced00057372', 'hex'),
    name('java.util.HashMap'),
    Buffer.from('0507dac1c31660d1', 'hex'),
    Buffer.from([3]),
    bytes(2, 2),
    Buffer.from('F'),
    name('loadFactor'),
    Buffer.from('I'),
    name('threshold'),
    Buffer.from('7870', 'hex'),
    Buffer.from('3f400000', 'hex'),
    bytes(4, 12),
    Buffer.from([0x77, 8]),
    bytes(4, 16),
    bytes(4, pairs.length),
    ...pairs,
    Buffer.from([0x78]),
  ])
}

function sealedKey(key: Uint8Array, plainKey: Uint8Array, token: string, seed: number): object {
  const nonce = counted(12, seed)
  const der = [0x30, 0x11, 0x04, 0x0c, ...nonce, 0x02, 0x01, 0x10]
  return {
    mCipher: 'AES/GCM/NoPadding',
    mCipherText: signed(sealGcmWhole(key, nonce, plainKey, Buffer.from(token))),
    mParameters: signed(Uint8Array.from(der)),
    mToken: token,
  }
}

function backup(password: string, hash: 'sha1' | 'sha512', rounds: number, more: Record<string, string> = {}): Buffer {
  const salt = counted(32, 4)
  const masterKey = counted(32, 8)
  const derived = pbkdf2Sync(password, salt, rounds, 32, hash)
  const map: Record<string, string> = {}
  tokens.forEach(({ secret, ...token }, index) => {
    const uuid = `00000000-0000-4000-8000-00000000000${index}`
    const key = sealedKey(masterKey, Uint8Array.from(secret), `Hmac${token.algo}`, 20 + index)
    // This version keeps the counter of the next code, and leaves out what is usual.
    const kept = { ...token, algo: token.algo === 'SHA1' ? undefined : token.algo, counter: token.type === 'HOTP' ? 41 : undefined }
    map[uuid] = JSON.stringify({ key: JSON.stringify(key) })
    map[`${uuid}-token`] = JSON.stringify(kept)
  })
  map['masterKey'] = JSON.stringify({
    mAlgorithm: hash === 'sha1' ? 'PBKDF2withHmacSHA1' : 'PBKDF2withHmacSHA512',
    mEncryptedKey: sealedKey(derived, masterKey, 'AES', 9),
    mIterations: rounds,
    mSalt: signed(salt),
  })
  return javaMap({ ...map, ...more })
}

const password = 'a pässword of the file'
writeFixture('freeotp', 'version-2-sha512.xml', backup(password, 'sha512', 100_000), { format: 'freeotp', password, entries })
const broken = {
  'aaaaaaaa-token': JSON.stringify({ ...tokens[0], secret: undefined }),
  'bbbbbbbb-token': JSON.stringify({ label: '𝒜 😀', type: 'TOTP' }),
  bbbbbbbb: JSON.stringify({ key: JSON.stringify(sealedKey(counted(32, 1), counted(20, 1), 'HmacSHA1', 2)) }),
  'cccccccc-token': 'rubbish',
  padding: 'x'.repeat(0x1_0001),
}
writeFixture('freeotp', 'version-2-sha1.xml', backup(password, 'sha1', 10_000, broken), {
  format: 'freeotp',
  password,
  entries,
  failures: [
    { position: 6, label, problem: 'secret_missing' },
    { position: 7, label: '𝒜 😀', problem: 'secret_bad' },
    { position: 8, label: '', problem: 'malformed' },
  ],
})
