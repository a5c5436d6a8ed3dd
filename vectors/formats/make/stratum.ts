/** Stratum's backups of section 2.9 of the reference, plain and encrypted in both ways. */
import { argon2Sync, createHash, pbkdf2Sync } from 'node:crypto'
import { counter, long, motp, motpHex, plain, steam, unicode, yandex } from './accounts.ts'
import { sealCbc, sealGcmWhole } from './seal.ts'
import { counted, writeFixture } from './write-fixture.ts'

function authenticator(type: number, names: { issuer: string; account: string }, secret: string, more: object = {}): object {
  return {
    Type: type,
    Icon: 'default',
    Issuer: names.issuer,
    Username: names.account,
    Secret: secret,
    Pin: null,
    Algorithm: 0,
    Digits: 6,
    Period: 30,
    Counter: 0,
    CopyCount: 3,
    Ranking: 0,
    ...more,
  }
}

const category = (name: string, ranking: number) => ({
  Id: createHash('sha1').update(name).digest('hex').slice(0, 8),
  Name: name,
  Ranking: ranking,
})
const categories = [category('Work', 0), category('Home', 1)]
const backup = JSON.stringify({
  Authenticators: [
    authenticator(2, plain, plain.secret, { Icon: '@1234' }),
    authenticator(2, long, long.secret, { Algorithm: 1, Digits: 8, Period: 60 }),
    authenticator(1, counter, counter.secret, { Digits: 7, Counter: 41 }),
    authenticator(4, steam, steam.secret, { Digits: 5 }),
    authenticator(5, yandex, yandex.secret, { Algorithm: 1, Digits: 8, Pin: '5239' }),
    authenticator(3, motp, motpHex, { Period: 10, Pin: '1234' }),
    authenticator(2, unicode, unicode.secret),
    authenticator(2, { issuer: 'Lonely', account: '' }, unicode.secret, { Username: null, Algorithm: 2 }),
  ],
  Categories: categories,
  AuthenticatorCategories: [
    { CategoryId: categories[0]?.Id, AuthenticatorSecret: plain.secret, Ranking: 0 },
    { CategoryId: categories[1]?.Id, AuthenticatorSecret: plain.secret, Ranking: 0 },
    { CategoryId: categories[1]?.Id, AuthenticatorSecret: motpHex, Ranking: 0 },
    { CategoryId: '00000000', AuthenticatorSecret: long.secret, Ranking: 0 },
  ],
  CustomIcons: [{ Id: '1234', Data: 'iVBORw0KGgo=' }],
})
const entries = [
  { ...plain, tags: ['Work', 'Home'] },
  long,
  counter,
  steam,
  yandex,
  { ...motp, tags: ['Home'] },
  unicode,
  { issuer: 'Lonely', secret: unicode.secret, code: { kind: 'totp', algorithm: 'SHA512' } },
]
writeFixture('stratum', 'plain.stratum', backup, { format: 'stratum', entries })

const password = 'stratüm of old'
const strongSalt = counted(16, 41)
const strongKey = argon2Sync('argon2id', { message: password, nonce: strongSalt, memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 })
const iv = counted(12, 42)
writeFixture('stratum', 'strong.stratum', Buffer.concat([Buffer.from('AUTHENTICATORPRO'), strongSalt, iv, sealGcmWhole(strongKey, iv, backup)]), {
  format: 'stratum',
  password,
  entries,
})

const legacySalt = counted(20, 43)
const legacyIv = counted(16, 44)
const legacyKey = pbkdf2Sync(password, legacySalt, 64_000, 32, 'sha1')
writeFixture('stratum', 'legacy.authpro', Buffer.concat([Buffer.from('AuthenticatorPro'), legacySalt, legacyIv, sealCbc(legacyKey, legacyIv, backup)]), {
  format: 'stratum',
  password,
  entries,
})

const shop = { issuer: 'Shop', account: 'sue' }
const label = 'Shop, sue'
writeFixture('stratum', 'broken-entries.json', JSON.stringify({
  Authenticators: [
    authenticator(6, shop, plain.secret),
    authenticator(3, shop, 'nothexadecimal', { Pin: '1234' }),
    authenticator(2, shop, plain.secret, { Algorithm: 3 }),
    authenticator(2, shop, '', { Digits: 6 }),
    authenticator(2, shop, plain.secret, { Digits: 11 }),
    authenticator(2, shop, plain.secret, { Period: 0 }),
    null,
    authenticator(5, yandex, yandex.secret, { Digits: 8 }),
    authenticator(2, plain, plain.secret),
    authenticator(5, shop, plain.secret.slice(0, 8), { Pin: '5239' }),
  ],
}), {
  format: 'stratum',
  entries: [{ ...yandex, code: { kind: 'yandex', pin: '' }, needsPin: true }, plain],
  failures: [
    { position: 1, label, problem: 'kind_unknown' },
    { position: 2, label, problem: 'secret_bad' },
    { position: 3, label, problem: 'algorithm_unknown' },
    { position: 4, label, problem: 'secret_missing' },
    { position: 5, label, problem: 'digits_bad' },
    { position: 6, label, problem: 'period_bad' },
    { position: 7, label: '', problem: 'malformed' },
    { position: 10, label, problem: 'secret_bad' },
  ],
})
