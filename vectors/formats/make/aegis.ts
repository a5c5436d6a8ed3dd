/** Aegis vaults of section 2.4 of the reference. */
import { scryptSync } from 'node:crypto'
import { counter, long, motp, plain, steam, unicode, yandex } from './accounts.ts'
import { sealGcm } from './seal.ts'
import { counted, writeFixture } from './write-fixture.ts'

const work = '0d7e5f10-4a3b-4c1d-9e2f-0a1b2c3d4e5f'
const home = '1d7e5f10-4a3b-4c1d-9e2f-0a1b2c3d4e5f'

function entry(type: string, names: { issuer: string; account: string }, info: object, more: object = {}): object {
  return {
    type,
    uuid: '3deaff2e-f181-4837-80e1-fdf0a54e9363',
    name: names.account,
    issuer: names.issuer,
    note: '',
    favorite: false,
    icon: null,
    info,
    groups: [],
    ...more,
  }
}

const db = {
  version: 3,
  entries: [
    entry('totp', plain, { secret: plain.secret, algo: 'SHA1', digits: 6, period: 30 }, { groups: [work, home], favorite: true, note: 'spare phone' }),
    entry('totp', long, { secret: long.secret, algo: 'SHA256', digits: 8, period: 60 }),
    entry('hotp', counter, { secret: counter.secret, algo: 'SHA1', digits: 7, counter: 41 }),
    entry('steam', steam, { secret: steam.secret, algo: 'SHA1', digits: 5, period: 30 }),
    entry('yandex', yandex, { secret: yandex.secret, algo: 'SHA256', digits: 8, period: 30, pin: '5239' }),
    entry('motp', motp, { secret: motp.secret, algo: 'MD5', digits: 6, period: 10, pin: '1234' }),
    entry('totp', unicode, { secret: unicode.secret, algo: 'MD5', digits: '6', period: '30' }),
  ],
  groups: [
    { uuid: work, name: 'Work' },
    { uuid: home, name: 'Home' },
  ],
  icons_optimized: true,
}
const entries = [
  { ...plain, tags: ['Work', 'Home'], pinned: true, note: 'spare phone' },
  long,
  counter,
  steam,
  yandex,
  motp,
  unicode,
]
const unlocked = { version: 1, header: { slots: null, params: null } }

writeFixture('aegis', 'plain.json', JSON.stringify({ ...unlocked, db }, null, 4), { format: 'aegis', entries })

const old = { version: 1, entries: [entry('totp', plain, { secret: plain.secret, algo: 'SHA1', digits: 6, period: 30 }, { group: 'Work', groups: undefined })] }
writeFixture('aegis', 'plain-version-1.json', JSON.stringify({ ...unlocked, db: old }), {
  format: 'aegis',
  entries: [{ ...plain, tags: ['Work'] }],
})

const info = { secret: plain.secret, algo: 'SHA1', digits: 6, period: 30 }
const broken = {
  version: 3,
  entries: [
    entry('battlenet', plain, info),
    entry('totp', plain, { ...info, secret: 'not base32!' }),
    null,
    entry('totp', plain, { ...info, secret: '' }),
    entry('totp', plain, info),
    entry('totp', plain, { ...info, digits: 0 }),
    entry('totp', plain, { ...info, period: 'soon' }),
    entry('constructor', plain, info),
  ],
  groups: [],
}
const label = 'ACME Co, john.doe@email.com'
writeFixture('aegis', 'broken-entries.json', JSON.stringify({ ...unlocked, db: broken }), {
  format: 'aegis',
  entries: [plain],
  failures: [
    { position: 1, label, problem: 'kind_unknown' },
    { position: 2, label, problem: 'secret_bad' },
    { position: 3, label: '', problem: 'malformed' },
    { position: 4, label, problem: 'secret_missing' },
    { position: 6, label, problem: 'digits_bad' },
    { position: 7, label, problem: 'period_bad' },
    { position: 8, label, problem: 'kind_unknown' },
  ],
})

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const masterKey = counted(32, 1)

function passwordSlot(password: string, seed: number, isBackup: boolean): object {
  const cost = { n: 1024, r: 8, p: 1 }
  const salt = counted(32, seed)
  const nonce = counted(12, seed + 1)
  const key = scryptSync(password, salt, 32, { N: cost.n, r: cost.r, p: cost.p })
  const { data, tag } = sealGcm(key, nonce, masterKey)
  const sealed = { key: hex(data), key_params: { nonce: hex(nonce), tag: hex(tag) } }
  return { type: 1, uuid: `slot-${seed}`, ...sealed, ...cost, salt: hex(salt), repaired: true, is_backup: isBackup }
}

const nonce = counted(12, 9)
const { data, tag } = sealGcm(masterKey, nonce, JSON.stringify(db))
const slots = [
  { type: 2, uuid: 'biometric', key: hex(counted(32, 7)), key_params: { nonce: hex(counted(12, 8)), tag: hex(counted(16, 9)) } },
  passwordSlot('tulips on the täble', 3, false),
  passwordSlot('the backup password', 5, true),
]
const sealed = (those: readonly object[]) =>
  JSON.stringify({
    version: 1,
    header: { slots: those, params: { nonce: hex(nonce), tag: hex(tag) } },
    db: data.toString('base64'),
  }).replaceAll('/', '\\/')

writeFixture('aegis', 'encrypted.json', sealed(slots), { format: 'aegis', password: 'tulips on the täble', entries })
writeFixture('aegis', 'encrypted-backup-slot.json', sealed(slots), { format: 'aegis', password: 'the backup password', entries })
