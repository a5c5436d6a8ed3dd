/** Raivo's export of section 2.12 of the reference: the JSON, and the archive it comes in. */
import { counter, long, plain, unicode } from './accounts.ts'
import { writeFixture } from './write-fixture.ts'
import { writeZip } from './zip.ts'

function account(names: { issuer: string; account: string }, secret: string, more: object = {}): object {
  return {
    issuer: names.issuer,
    account: names.account,
    secret,
    algorithm: 'SHA1',
    digits: '6',
    kind: 'TOTP',
    timer: '30',
    counter: '0',
    pinned: 'false',
    iconType: 'raivo_repository',
    iconValue: 'acme/acme.png',
    ...more,
  }
}

const json = JSON.stringify([
  account(plain, plain.secret, { pinned: 'true' }),
  account(long, long.secret, { algorithm: 'SHA256', digits: '8', timer: '60' }),
  account(counter, counter.secret, { kind: 'HOTP', digits: '7', timer: '0', counter: '41' }),
  account(unicode, unicode.secret),
], null, 2)
const entries = [{ ...plain, pinned: true }, long, counter, unicode]
writeFixture('raivo', 'unpacked.json', json, { format: 'raivo', entries })

const files = [
  { name: 'raivo-otp-export.html', text: '<!DOCTYPE html><html><body>ACME Co</body></html>' },
  { name: 'raivo-otp-export.json', text: json },
]
const password = 'Raivö master password'
writeFixture('raivo', 'raivo-otp-export.zip', writeZip(files, { kind: 'aes', password }), { format: 'raivo', password, entries })
writeFixture('raivo', 'packed-again.zip', writeZip(files.slice(1), { kind: 'plain' }), { format: 'raivo', entries })

const shop = { issuer: 'Shop', account: 'sue' }
writeFixture('raivo', 'broken-accounts.json', JSON.stringify([
  account(shop, plain.secret, { kind: 'PUSH' }),
  account(shop, ''),
  'rubbish',
  account(shop, plain.secret, { digits: '' }),
  account(shop, plain.secret, { counter: 'x', kind: 'HOTP' }),
  account(shop, plain.secret, { timer: '0' }),
]), {
  format: 'raivo',
  entries: [{ ...shop, secret: plain.secret }],
  failures: [
    { position: 1, label: 'Shop, sue', problem: 'kind_unknown' },
    { position: 2, label: 'Shop, sue', problem: 'secret_missing' },
    { position: 3, label: '', problem: 'malformed' },
    { position: 5, label: 'Shop, sue', problem: 'counter_bad' },
    { position: 6, label: 'Shop, sue', problem: 'period_bad' },
  ],
})
