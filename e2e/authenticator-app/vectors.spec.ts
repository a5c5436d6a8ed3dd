/** The vectors of every kind of code, in the browser's build: RFC 4226 and 6238, Steam, Yandex, mOTP. */
import { expect, test } from '../journey.ts'
import { accountOf, codesOf, openUnprotected } from './open-app.ts'

const seed = (length: number): string => base32(Buffer.from('1234567890'.repeat(7).slice(0, length)))

/** What is imported, at which second it is looked at, and what it must show then. */
const VECTORS: readonly {
  readonly uri: string
  readonly name: string
  readonly shows: readonly (readonly [number, string])[]
}[] = [
  {
    uri: `otpauth://totp/rfc6238:sha1?secret=${seed(20)}&issuer=rfc6238&digits=8&algorithm=SHA1`,
    name: 'rfc6238, sha1',
    shows: [
      [59, '94287082'],
      [1_111_111_109, '07081804'],
      [20_000_000_000, '65353130'],
    ],
  },
  {
    uri: `otpauth://totp/rfc6238:sha256?secret=${seed(32)}&issuer=rfc6238&digits=8&algorithm=SHA256`,
    name: 'rfc6238, sha256',
    shows: [
      [59, '46119246'],
      [20_000_000_000, '77737706'],
    ],
  },
  {
    uri: `otpauth://totp/rfc6238:sha512?secret=${seed(64)}&issuer=rfc6238&digits=8&algorithm=SHA512`,
    name: 'rfc6238, sha512',
    shows: [
      [59, '90693936'],
      [20_000_000_000, '47863826'],
    ],
  },
  {
    uri: `otpauth://hotp/rfc4226:zero?secret=${seed(20)}&issuer=rfc4226&counter=0`,
    name: 'rfc4226, zero',
    shows: [[59, '755224']],
  },
  {
    uri: 'otpauth://steam/Steam:gordon?secret=63BEDWCQZKTQWPESARIERL5DTTQFCJTK&issuer=Steam',
    name: 'Steam, gordon',
    shows: [
      [1_511_200_518, 'FR8RV'],
      [1_511_200_714, '9P3VP'],
    ],
  },
  {
    uri: `otpauth://yaotp/Yandex:ivan?secret=LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI&issuer=Yandex&pin=${base32(Buffer.from('7586'))}`,
    name: 'Yandex, ivan',
    shows: [
      [1_581_064_020, 'oactmacq'],
      [1_581_090_810, 'wemdwrix'],
    ],
  },
  {
    uri: 'motp://mOTP:ann?secret=e3152afee62599c8&pin=1234',
    name: 'mOTP, ann',
    shows: [
      [165_892_298, 'e7d8b6'],
      [123_456_789, '4ebfb2'],
    ],
  },
]

test('every vector is shown by the app at its moment', async ({ page, server }) => {
  await page.clock.setFixedTime(new Date(59_000))
  await openUnprotected(page, server)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const list = Buffer.from(VECTORS.map(({ uri }) => `${uri}\n`).join(''))
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'vectors.txt', mimeType: 'text/plain', buffer: list })
  await page.getByRole('button', { name: `Add ${VECTORS.length} accounts` }).click()
  await expect(accountOf(page, 'mOTP, ann')).toBeVisible()
  for (const { name, shows } of VECTORS)
    for (const [second, code] of shows) {
      await page.clock.setFixedTime(new Date(second * 1000))
      await expect
        .poll(async () => (await codesOf(page, name)).code, { message: `${name} at ${second}` })
        .toBe(code)
    }
  expect((await codesOf(page, 'rfc4226, zero')).next).toBe('287082')
})

/** RFC 4648, 6, without padding. */
function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('')
}
