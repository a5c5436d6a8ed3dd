/** Backups of the browser extension Authenticator of section 2.15 of the reference, plain and in its three encryptions. */
import { argon2Sync, createHash } from 'node:crypto'
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { sealCbc } from './seal.ts'
import { bytesOfBase32, counted, writeFixture } from './write-fixture.ts'

const FORMAT = 'authenticator-extension'

function id(number: number): string {
  return `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function entry(index: number, names: { issuer: string; account: string }, type: string | number, secret: string, more: object = {}): object {
  return { account: names.account, issuer: names.issuer, encrypted: false, hash: id(index), index, type, secret, dataType: 'OTPStorage', ...more }
}

const hex = Buffer.from(bytesOfBase32(plain.secret)).toString('hex')
const battle = { issuer: 'Battle.net', account: 'ann', secret: plain.secret, code: { kind: 'totp', digits: 8 } }
const storage = [
  entry(0, { ...plain, issuer: 'ACME Co::acme.example' }, 'totp', plain.secret, { pinned: true }),
  entry(1, long, 'totp', long.secret, { digits: 8, period: 60, algorithm: 'SHA256' }),
  entry(2, counter, 'hotp', counter.secret, { digits: 7, counter: 41 }),
  entry(3, steam, 'steam', steam.secret),
  entry(4, unicode, 'totp', unicode.secret),
  entry(5, plain, 'hex', hex),
  entry(6, counter, 'hhex', Buffer.from(bytesOfBase32(counter.secret)).toString('hex').toUpperCase(), { digits: 7, counter: 41 }),
  entry(7, battle, 'battle', plain.secret),
  entry(8, long, 1, long.secret, { digits: 8, period: 60, algorithm: 2 }),
  entry(9, steam, 4, steam.secret),
]
const entries = [{ ...plain, pinned: true }, long, counter, steam, unicode, plain, counter, battle, long, steam]
// Storage comes sorted by its keys, not by the order of people.
const map = (those: readonly object[]) => Object.fromEntries(those.map((one, index) => [id(index), one]).reverse())
const settings = { UserSettings: { theme: 'dark' } }

writeFixture(FORMAT, 'plain.json', JSON.stringify({ ...map(storage), ...settings }), { format: FORMAT, entries })

/** `openssl enc -aes-256-cbc -md md5`. */
function seal(text: string | Uint8Array, passphrase: string, seed: number): string {
  const salt = counted(8, seed)
  let derived = Buffer.alloc(0)
  while (derived.length < 48) {
    const last = derived.subarray(-16)
    derived = Buffer.concat([derived, createHash('md5').update(last).update(passphrase).update(salt).digest()])
  }
  const sealed = sealCbc(derived.subarray(0, 32), derived.subarray(32, 48), text)
  return Buffer.concat([Buffer.from('Salted__'), salt, sealed]).toString('base64')
}

const password = 'extension pässword'
const key = { dataType: 'Key', id: id(100), salt: 'c2FsdCBvZiBhIGtleSE', hash: '$argon2id$unused', version: 3 }
const derived = argon2Sync('argon2id', { message: password, nonce: key.salt, memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 })
const passphrase = derived.toString('base64').replace(/=+$/, '')
const whole = storage.slice(0, 5).map((one, index) => ({
  dataType: 'EncOTPStorage',
  keyId: key.id,
  index,
  data: seal(JSON.stringify({ ...one, encrypted: true, keyId: key.id }), passphrase, 60 + index),
}))
writeFixture(FORMAT, 'encrypted-version-3.json', JSON.stringify({ ...map(whole), [key.id]: key, ...settings }), {
  format: FORMAT,
  password,
  entries: entries.slice(0, 5),
})

function withSecrets(secretPassphrase: string): object {
  return map(storage.slice(0, 7).map((one, index) => {
    const { secret, dataType: _, ...rest } = one as { secret: string; dataType: string }
    return { ...rest, encrypted: true, secret: seal(secret, secretPassphrase, 70 + index) }
  }))
}
const random = counted(120, 61)
const enc = seal(random, password, 62)
writeFixture(FORMAT, 'encrypted-version-2.json', JSON.stringify({ ...withSecrets(Buffer.from(random).toString('hex')), key: { enc, hash: '$argon2id$unused' } }), {
  format: FORMAT,
  password,
  entries: entries.slice(0, 7),
})
writeFixture(FORMAT, 'encrypted-version-1.json', JSON.stringify(withSecrets(password)), {
  format: FORMAT,
  password,
  entries: entries.slice(0, 7),
})

const shop = { issuer: 'Shop', account: 'sue' }
const label = 'Shop, sue'
writeFixture(FORMAT, 'broken-entries.json', JSON.stringify(map([
  entry(0, shop, 'push', plain.secret),
  entry(1, shop, 'hex', 'abc'),
  entry(2, shop, 'totp', ''),
  entry(3, shop, 'totp', plain.secret, { algorithm: 'GOST3411_2012_256' }),
  entry(4, shop, 'totp', plain.secret, { algorithm: 4 }),
  entry(5, shop, 'hotp', plain.secret, { counter: -1 }),
  entry(6, plain, 'totp', plain.secret),
  { account: 'old', encrypted: false, hash: 'stm', index: 7, type: 'totp', secret: `stm-${steam.secret}` },
  entry(8, shop, 'totp', 'not base 1!'),
])), {
  format: FORMAT,
  entries: [plain, { account: 'old', secret: steam.secret, code: { kind: 'steam' } }],
  failures: [
    { position: 1, label, problem: 'kind_unknown' },
    { position: 2, label, problem: 'secret_bad' },
    { position: 3, label, problem: 'secret_missing' },
    { position: 4, label, problem: 'algorithm_unknown' },
    { position: 5, label, problem: 'algorithm_unknown' },
    { position: 6, label, problem: 'counter_bad' },
    { position: 9, label, problem: 'secret_bad' },
  ],
})
