/** A KeePass document with every way in which programs keep codes (section 2.11 of the reference), and what it holds. */
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { bytesOfBase32 } from './write-fixture.ts'

export type Text = { readonly key: string; readonly value: string; readonly isProtected?: boolean }
export type Entry = { readonly texts: readonly Text[]; readonly tags?: string; readonly history?: readonly Entry[] }
export type Group = { readonly name: string; readonly uuid: number; readonly entries: readonly Entry[]; readonly groups?: readonly Group[] }

const uuidOf = (number: number) => Buffer.alloc(16, number).toString('base64')
const bin = 66
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function named({ issuer, account }: { issuer: string; account: string }, ...texts: Text[]): readonly Text[] {
  return [
    { key: 'Title', value: issuer },
    { key: 'UserName', value: account },
    { key: 'Password', value: 'not read', isProtected: true },
    ...texts,
  ]
}

const secret = (key: string, value: string): Text => ({ key, value, isProtected: true })
const plainUri = `otpauth://totp/ACME%20Co:john.doe%40email.com?secret=${plain.secret}&period=30&digits=6&issuer=ACME%20Co`
const key = plain.secret
const hexadecimal = Buffer.from(bytesOfBase32(key)).toString('hex')
const base64 = Buffer.from(bytesOfBase32(key)).toString('base64')
const shop = { issuer: 'Shop', account: 'sue' }

const root: Group = {
  name: 'Root',
  uuid: 1,
  entries: [
    { texts: named(plain, secret('otp', plainUri)), tags: 'phone;two', history: [{ texts: named(plain, secret('otp', 'otpauth://totp/old?secret=AAAAAAAA')) }] },
    { texts: named({ issuer: 'No codes', account: 'x' }) },
    { texts: named(steam, secret('otp', `otpauth://totp/Steam:gordon?secret=${steam.secret}&period=30&digits=5&issuer=Steam&encoder=steam`)) },
    { texts: named(shop, secret('otp', 'otpauth://totp/Shop:sue?secret=&issuer=Shop')) },
    { texts: named(unicode, secret('otp', unicode.secret)) },
    { texts: named({ issuer: 'Nobody', account: '' }, secret('otp', `otpauth://totp/Nobody:none?secret=${key}&issuer=Nobody`)) },
  ],
  groups: [
    {
      name: 'Work',
      uuid: 2,
      entries: [{ texts: named(long, secret('otp', `key=${long.secret}&size=8&step=60&otpHashMode=Sha256`)) }],
      groups: [
        {
          name: 'Old ways',
          uuid: 3,
          entries: [
            { texts: named({ issuer: 'Seed', account: 'a' }, secret('TOTP Seed', 'hxdm vjec jjws rb3h wizr 4ifu gftm xboz'), { key: 'TOTP Settings', value: '45;8' }) },
            { texts: named({ issuer: 'Seed of Steam', account: 'a' }, secret('TOTP Seed', steam.secret), { key: 'TOTP Settings', value: '30;S' }) },
            { texts: named({ issuer: 'Base32', account: 'a' }, secret('TimeOtp-Secret-Base32', key), { key: 'TimeOtp-Algorithm', value: 'HMAC-SHA-512' }, { key: 'TimeOtp-Length', value: '7' }, { key: 'TimeOtp-Period', value: '20' }) },
            { texts: named({ issuer: 'Hex', account: 'a' }, secret('TimeOtp-Secret-Hex', hexadecimal)) },
            { texts: named({ issuer: 'Base64', account: 'a' }, secret('TimeOtp-Secret-Base64', base64)) },
            { texts: named({ issuer: 'Text', account: 'a' }, secret('TimeOtp-Secret', '12345678901234567890')) },
            { texts: named(counter, secret('HmacOtp-Secret-Base32', counter.secret), { key: 'HmacOtp-Counter', value: '41' }) },
            { texts: named(shop, secret('TimeOtp-Secret-Hex', 'xyz')) },
          ],
        },
      ],
    },
    { name: 'Recycle Bin', uuid: bin, entries: [{ texts: named({ issuer: 'Gone', account: 'a' }, secret('otp', `otpauth://totp/Gone:a?secret=${key}&issuer=Gone`)) }] },
  ],
}

const ways = { tags: ['Work/Old ways'], account: 'a', secret: key }
export const entries = [
  { ...plain, tags: ['phone', 'two'] },
  steam,
  unicode,
  { issuer: 'Nobody', secret: key },
  { ...long, tags: ['Work'] },
  { ...ways, issuer: 'Seed', code: { kind: 'totp', digits: 8, periodSeconds: 45 } },
  { ...ways, issuer: 'Seed of Steam', secret: steam.secret, code: { kind: 'steam' } },
  { ...ways, issuer: 'Base32', code: { kind: 'totp', algorithm: 'SHA512', digits: 7, periodSeconds: 20 } },
  { ...ways, issuer: 'Hex' },
  { ...ways, issuer: 'Base64' },
  { ...ways, issuer: 'Text', secret: counter.secret },
  { ...counter, tags: ['Work/Old ways'], code: { kind: 'hotp', counter: '41' } },
  { issuer: 'Gone', account: 'a', secret: key, removed: true },
]
export const failures = [
  { position: 3, label: 'Shop:sue', problem: 'secret_missing' },
  { position: 14, label: 'Shop, sue', problem: 'secret_bad' },
]

/** @param protect masks a value, or undefined for an export in the clear, which only says what is to be protected */
export function documentOf(protect: ((value: string) => string) | undefined, meta = ''): string {
  const value = ({ value, isProtected = false }: Text) => {
    if (!isProtected) return `<Value>${escape(value)}</Value>`
    return protect === undefined
      ? `<Value ProtectInMemory="True">${escape(value)}</Value>`
      : `<Value Protected="True">${protect(value)}</Value>`
  }
  let number = 100
  const entry = ({ texts, tags = '', history = [] }: Entry, uuid: number): string =>
    `<Entry><UUID>${uuidOf(uuid)}</UUID><Tags>${tags}</Tags>${texts
      .map((text) => `<String><Key>${escape(text.key)}</Key>${value(text)}</String>`)
      .join('')}${history.length === 0 ? '' : `<History>${history.map((old) => entry(old, uuid)).join('')}</History>`}</Entry>`
  const group = ({ name, uuid, entries, groups = [] }: Group): string =>
    `<Group><UUID>${uuidOf(uuid)}</UUID><Name>${name}</Name>${entries
      .map((one) => entry(one, (number += 1)))
      .join('\n')}${groups.map(group).join('\n')}</Group>`
  const whole = `<Meta>${meta}<RecycleBinEnabled>True</RecycleBinEnabled><RecycleBinUUID>${uuidOf(bin)}</RecycleBinUUID></Meta>`
  return `<?xml version="1.0" encoding="utf-8"?>\n<KeePassFile>${whole}<Root>${group(root)}</Root></KeePassFile>`
}
