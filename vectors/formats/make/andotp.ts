/** Backups of andOTP of section 2.7 of the reference. */
import { createHash, pbkdf2Sync } from 'node:crypto'
import { counter, long, motp, motpHex, plain, steam } from './accounts.ts'
import { sealGcmWhole } from './seal.ts'
import { base32, counted, writeFixture } from './write-fixture.ts'

const more = { thumbnail: 'Default', last_used: 1_700_000_000_000, used_frequency: 3 }
const list = [
  { secret: `${plain.secret}======`, issuer: plain.issuer, label: plain.account, digits: 6, type: 'TOTP', algorithm: 'SHA1', period: 30, tags: ['Work', 'Home'], ...more },
  { secret: long.secret, issuer: long.issuer, label: long.account, digits: 8, type: 'TOTP', algorithm: 'SHA256', period: 60, tags: [], ...more },
  { secret: counter.secret, issuer: counter.issuer, label: counter.account, digits: 7, type: 'HOTP', algorithm: 'SHA1', counter: 41, tags: [], ...more },
  { secret: steam.secret, issuer: steam.issuer, label: steam.account, digits: 5, type: 'STEAM', algorithm: 'SHA1', period: 30, tags: [], ...more },
  { secret: base32(Buffer.from(motpHex)), issuer: motp.issuer, label: motp.account, digits: 6, type: 'MOTP', algorithm: 'SHA1', period: 10, tags: [], ...more },
  { secret: plain.secret, label: 'Deno - Deno:Mason', digits: 6, type: 'TOTP', algorithm: 'SHA1', period: 30, ...more },
]
const entries = [
  { ...plain, tags: ['Work', 'Home'] },
  long,
  counter,
  steam,
  { ...motp, code: { kind: 'motp', pin: '' }, needsPin: true },
  { issuer: 'Deno', account: 'Deno:Mason', secret: plain.secret },
]
writeFixture('andotp', 'plain.json', JSON.stringify(list), { format: 'andotp', entries })
writeFixture('andotp', 'plain-first-version.json', JSON.stringify([{ secret: plain.secret, label: 'ACME Co - john.doe@email.com', period: 30, type: 'TOTP' }]), {
  format: 'andotp',
  entries: [plain],
})
const label = 'ACME Co, john.doe@email.com'
writeFixture('andotp', 'broken-entries.json', JSON.stringify([
  { ...list[0], secret: '' },
  7,
  { ...list[0], type: 'PUSH' },
  { ...list[4], secret: base32(Buffer.from('not hex')) },
  { ...list[0], tags: 'none' },
]), {
  format: 'andotp',
  entries: [plain],
  failures: [
    { position: 1, label, problem: 'secret_missing' },
    { position: 2, label: '', problem: 'malformed' },
    { position: 3, label, problem: 'kind_unknown' },
    { position: 4, label: 'VPN, eve', problem: 'secret_bad' },
  ],
})

const password = 'a pässword of the file'
const text = JSON.stringify(list)
const [salt, iv] = [counted(12, 3), counted(12, 5)]
const rounds = Buffer.alloc(4)
rounds.writeUInt32BE(141_234)
const key = pbkdf2Sync(password, salt, 141_234, 32, 'sha1')
writeFixture('andotp', 'encrypted-new.aes', Buffer.concat([rounds, salt, iv, sealGcmWhole(key, iv, text)]), {
  format: 'andotp',
  password,
  entries,
})
const oldKey = createHash('sha256').update(password).digest()
writeFixture('andotp', 'encrypted-old.aes', Buffer.concat([iv, sealGcmWhole(oldKey, iv, text)]), {
  format: 'andotp',
  password,
  entries,
})
