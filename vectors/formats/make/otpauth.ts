/** Lists of URIs and pages with them, as section 2.1 of the reference has them in the wild. */
import { counter, long, motp, motpHex, plain, steam, unicode, yandex } from './accounts.ts'
import { base32, writeFixture } from './write-fixture.ts'

const encode = encodeURIComponent
const uris = [
  `otpauth://totp/ACME%20Co:john.doe@email.com?secret=${plain.secret}&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30`,
  `otpauth://totp/Bank%20of%20Examples:ann?secret=${long.secret}&issuer=Bank%20of%20Examples&algorithm=SHA256&digits=8&period=60`,
  `otpauth://hotp/Counting%20House:ben+codes@example.org?secret=${counter.secret}&issuer=Counting%20House&digits=7&counter=41`,
  `otpauth://steam/Steam:gordon?secret=${steam.secret}&issuer=Steam`,
  `otpauth://yaotp/Yandex:ivan?secret=${yandex.secret}&issuer=Yandex&pin=${base32(Buffer.from('5239'))}`,
  `motp://VPN:eve?secret=${motpHex}`,
  `otpauth://totp/${encode(unicode.issuer)}:${encode(unicode.account)}?secret=${unicode.secret}&issuer=${encode(unicode.issuer)}`,
]
const motpAsked = { ...motp, code: { kind: 'motp', pin: '' }, needsPin: true }
const entries = [plain, long, counter, steam, yandex, motpAsked, unicode]

writeFixture('otpauth', 'list.txt', `${uris.join('\n')}\n`, { format: 'otpauth', entries })

const lenient = [
  '# a comment, and an empty line',
  '',
  `OTPAUTH://TOTP/ACME%20CO:JOHN?SECRET=${plain.secret}&ISSUER=ACME%20CO`,
  `  otpauth://totp/user_mail#EXT#@tenant?secret=${plain.secret.toLowerCase()}&issuer=Micro+soft`,
  `Steam account: steam://${steam.secret}`,
  `otpauth://totp/Shop:sue?secret=${plain.secret}&issuer=Shopperiod=45`,
  `otpauth://totp/Key:pass?secret=${steam.secret}&period=30&digits=5&issuer=Key&encoder=steam`,
]
writeFixture('otpauth', 'lenient.txt', `\uFEFF${lenient.join('\r\n')}`, {
  format: 'otpauth',
  entries: [
    { issuer: 'ACME CO', account: 'JOHN', secret: plain.secret },
    { issuer: 'Micro soft', account: 'user_mail#EXT#@tenant', secret: plain.secret },
    { secret: steam.secret, issuer: 'Steam', code: { kind: 'steam' } },
    { issuer: 'Shop', account: 'sue', secret: plain.secret, code: { kind: 'totp', periodSeconds: 45 } },
    { issuer: 'Key', account: 'pass', secret: steam.secret, code: { kind: 'steam' } },
  ],
})

const broken = [
  uris[0],
  'otpauth://totp/Shop:sue?secret=&issuer=Shop',
  'otpauth://totp/Shop:sue?secret=01890189&issuer=Shop',
  `otpauth://totp/Shop:sue?secret=${plain.secret}&digits=11`,
  `otpauth://totp/Shop:sue?secret=${plain.secret}&period=0`,
  `otpauth://totp/Shop:sue?secret=${plain.secret}&algorithm=GOST`,
  `otpauth://hotp/Shop:sue?secret=${plain.secret}&counter=-1`,
  'otpauth://pipush/PIPU0001?url=https%3A%2F%2Fpi.example.com&ttl=10',
  'not a URI at all',
  'otpauth-migration://offline?data=rubbish',
  uris[1],
]
const shop = { label: 'Shop:sue' }
writeFixture('otpauth', 'broken.txt', broken.join('\n'), {
  format: 'otpauth',
  entries: [plain, long],
  failures: [
    { position: 2, ...shop, problem: 'secret_missing' },
    { position: 3, ...shop, problem: 'secret_bad' },
    { position: 4, ...shop, problem: 'digits_bad' },
    { position: 5, ...shop, problem: 'period_bad' },
    { position: 6, ...shop, problem: 'algorithm_unknown' },
    { position: 7, ...shop, problem: 'counter_bad' },
    { position: 8, label: 'PIPU0001', problem: 'kind_unknown' },
    { position: 9, label: '', problem: 'malformed' },
    { position: 10, label: '', problem: 'malformed' },
  ],
})

const rows = uris.map((uri) => `<tr><td><img src="data:image/png;base64,AAAA"></td><td><code>${escape(uri)}</code></td></tr>`)
writeFixture('otpauth', 'page.html', `<!DOCTYPE html>\n<html><body><table>\n${rows.join('\n')}</table></body></html>\n`, {
  format: 'otpauth',
  entries,
})

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
