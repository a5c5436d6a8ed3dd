/** 2FAS backups of section 2.5 of the reference, of every version of their schema. */
import { pbkdf2Sync } from 'node:crypto'
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { sealGcmWhole } from './seal.ts'
import { counted, writeFixture } from './write-fixture.ts'

const group = '5b0e5f10-4a3b-4c1d-9e2f-0a1b2c3d4e5f'
const groups = [{ id: group, name: 'Work', isExpanded: true, updatedAt: 1_700_000_000_000 }]

const services = [
  {
    name: 'ACME Co',
    secret: plain.secret,
    updatedAt: 1_700_000_000_000,
    otp: { label: plain.account, account: plain.account, issuer: plain.issuer, digits: 6, period: 30, algorithm: 'SHA1', tokenType: 'TOTP', source: 'Link' },
    order: { position: 0 },
    groupId: group,
  },
  { name: long.issuer, secret: long.secret, otp: { account: long.account, issuer: long.issuer, digits: 8, period: 60, algorithm: 'SHA256', tokenType: 'TOTP', source: 'Manual' } },
  { name: counter.issuer, secret: counter.secret, otp: { account: counter.account, digits: 7, counter: 41, algorithm: 'SHA1', tokenType: 'HOTP', source: 'Manual' } },
  { name: 'Steam', secret: steam.secret, otp: { label: 'gordon', digits: 5, tokenType: 'STEAM', source: 'Manual' } },
  { name: 'ignored', secret: unicode.secret, otp: { label: 'ignored', account: unicode.account, issuer: unicode.issuer } },
]
const entries = [{ ...plain, tags: ['Work'] }, long, counter, steam, unicode]
const rest = { groups, updatedAt: 1_700_000_000_000, schemaVersion: 4, appVersionCode: 5_000_000, appVersionName: '5.0.0', appOrigin: 'android' }

writeFixture('2fas', 'schema-4.2fas', JSON.stringify({ services, ...rest }), { format: '2fas', entries })
writeFixture('2fas', 'schema-1.2fas', JSON.stringify({
  services: [{ name: plain.issuer, secret: plain.secret, otp: { account: plain.account } }, { name: 'Only a name', secret: unicode.secret }],
  groups: [],
  schemaVersion: 1,
}), { format: '2fas', entries: [plain, { issuer: 'Only a name', secret: unicode.secret }] })
writeFixture('2fas', 'schema-2.2fas', JSON.stringify({
  services: [{ name: 'n', secret: long.secret, otp: { account: long.account, issuer: long.issuer, digits: 8, period: 60, algorithm: 'SHA256' } }],
  groups: [],
  schemaVersion: 2,
}), { format: '2fas', entries: [long] })
writeFixture('2fas', 'broken-entries.2fas', JSON.stringify({
  ...rest,
  services: [
    { name: 'Shop', secret: '' },
    'rubbish',
    { name: 'Shop', secret: plain.secret, otp: { tokenType: 'PUSH' } },
    { name: 'Shop', secret: plain.secret, otp: { algorithm: 'GOST' } },
    { name: 'Shop', secret: plain.secret, otp: { tokenType: 'HOTP', counter: -1 } },
    services[1],
  ],
}), {
  format: '2fas',
  entries: [long],
  failures: [
    { position: 1, label: 'Shop', problem: 'secret_missing' },
    { position: 2, label: '', problem: 'malformed' },
    { position: 3, label: 'Shop', problem: 'kind_unknown' },
    { position: 4, label: 'Shop', problem: 'algorithm_unknown' },
    { position: 5, label: 'Shop', problem: 'counter_bad' },
  ],
})

const password = 'sunflower ünder glass'
const salt = counted(256, 4)
const iv = counted(12, 6)
const key = pbkdf2Sync(password, salt, 10_000, 32, 'sha256')
const parts = [sealGcmWhole(key, iv, JSON.stringify(services)), salt, iv]
const servicesEncrypted = parts.map((part) => Buffer.from(part).toString('base64')).join(':')
writeFixture('2fas', 'encrypted.2fas', JSON.stringify({ services: [], ...rest, servicesEncrypted, reference: servicesEncrypted }), {
  format: '2fas',
  password,
  entries,
})
