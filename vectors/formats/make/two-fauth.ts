/** 2FAuth's export of section 2.14 of the reference. */
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { writeFixture } from './write-fixture.ts'

function account(names: { issuer: string; account: string }, secret: string, more: object = {}): object {
  return {
    otp_type: 'totp',
    account: names.account,
    service: names.issuer,
    icon: 'x.png',
    icon_mime: 'image/png',
    icon_file: 'iVBORw0KGgo=',
    secret,
    digits: 6,
    algorithm: 'sha1',
    period: 30,
    counter: null,
    legacy_uri: '',
    ...more,
  }
}

const file = { app: '2fauth_v5.2.0', schema: 1, datetime: '2024-05-06T07:08:09.000000Z' }
writeFixture('2fauth', 'export.json', JSON.stringify({
  ...file,
  data: [
    account(plain, plain.secret),
    account(long, long.secret, { digits: 8, algorithm: 'sha256', period: 60 }),
    account(counter, counter.secret, { otp_type: 'hotp', digits: 7, period: null, counter: 41 }),
    account(steam, steam.secret, { otp_type: 'steamtotp', digits: 5 }),
    account(unicode, unicode.secret),
  ],
}), { format: '2fauth', entries: [plain, long, counter, steam, unicode] })

const shop = { issuer: 'Shop', account: 'sue' }
writeFixture('2fauth', 'broken-accounts.json', JSON.stringify({
  ...file,
  data: [
    account(shop, plain.secret, { otp_type: 'push' }),
    account(shop, '********'),
    account(shop, plain.secret, { digits: 'six' }),
    [],
    account(plain, plain.secret),
    account(shop, plain.secret, { algorithm: 'whirlpool' }),
  ],
}), {
  format: '2fauth',
  entries: [plain],
  failures: [
    { position: 1, label: 'Shop, sue', problem: 'kind_unknown' },
    { position: 2, label: 'Shop, sue', problem: 'secret_bad' },
    { position: 3, label: 'Shop, sue', problem: 'digits_bad' },
    { position: 4, label: '', problem: 'malformed' },
    { position: 6, label: 'Shop, sue', problem: 'algorithm_unknown' },
  ],
})
