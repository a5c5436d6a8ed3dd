/** Proton Authenticator's exports of section 2.18 of the reference. */
import { argon2Sync } from 'node:crypto'
import { long, plain, steam, unicode } from './accounts.ts'
import { sealGcmWhole } from './seal.ts'
import { counted, writeFixture } from './write-fixture.ts'

const encode = encodeURIComponent

function totp(names: { issuer: string; account: string }, secret: string, rest: string, note: string | null): object {
  const uri = `otpauth://totp/${encode(names.account)}?secret=${secret}&issuer=${encode(names.issuer)}&${rest}`
  return { id: '0d7e5f10-4a3b-4c1d-9e2f-0a1b2c3d4e5f', content: { uri, entry_type: 'Totp', name: names.account }, note }
}

const file = JSON.stringify({
  version: 1,
  entries: [
    totp(plain, plain.secret, 'algorithm=SHA1&digits=6&period=30', 'spare phone'),
    totp(long, long.secret, 'algorithm=SHA256&digits=8&period=60', null),
    { id: '1', content: { uri: `steam://${steam.secret}`, entry_type: 'Steam', name: 'gordon' }, note: null },
    { id: '2', content: { uri: `steam://${steam.secret}`, entry_type: 'Steam', name: 'Steam' }, note: '' },
    totp(unicode, unicode.secret, 'algorithm=SHA1&digits=6&period=30', null),
  ],
})
const entries = [{ ...plain, note: 'spare phone' }, long, steam, { ...steam, account: '' }, unicode]
writeFixture('proton', 'plain.json', file, { format: 'proton', entries })

const password = 'prötonic'
const salt = counted(16, 51)
const nonce = counted(12, 52)
const key = argon2Sync('argon2id', { message: password, nonce: salt, memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 })
const sealed = sealGcmWhole(key, nonce, file, Buffer.from('proton.authenticator.export.v1'))
writeFixture('proton', 'encrypted.json', JSON.stringify({
  version: 1,
  salt: Buffer.from(salt).toString('base64'),
  content: Buffer.concat([nonce, sealed]).toString('base64'),
}), { format: 'proton', password, entries })

writeFixture('proton', 'broken-entries.json', JSON.stringify({
  version: 1,
  entries: [
    { id: '1', content: { uri: '', entry_type: 'Totp', name: 'sue' } },
    { id: '2' },
    { id: '3', content: { uri: 'steam://1889', entry_type: 'Steam', name: 'gordon' } },
    totp(plain, plain.secret, 'algorithm=SHA1&digits=6&period=30', ''),
    totp(long, long.secret, 'algorithm=SHA1&digits=6&period=0', ''),
  ],
}), {
  format: 'proton',
  entries: [plain],
  failures: [
    { position: 1, label: 'sue', problem: 'secret_missing' },
    { position: 2, label: '', problem: 'malformed' },
    { position: 3, label: 'gordon', problem: 'secret_bad' },
    { position: 5, label: 'ann', problem: 'period_bad' },
  ],
})
