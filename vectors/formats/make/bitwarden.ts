/** Exports of Bitwarden of section 2.6 of the reference: JSON, CSV and protected by a password. */
import { argon2Sync, createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { sealCbc } from './seal.ts'
import { counted, writeFixture } from './write-fixture.ts'

const folder = 'c1d0c1d0-0000-4000-8000-000000000001'
const longUri = `otpauth://totp/ann?secret=${long.secret}&algorithm=SHA256&digits=8&period=60`
const counterUri = `otpauth://hotp/Counting%20House:ben+codes@example.org?secret=${counter.secret}&issuer=Counting%20House&digits=7&counter=41`

function item(name: string, username: string | null, totp: string | null, more: object = {}): object {
  const login = { uris: [{ match: null, uri: 'https://example.com' }], username, password: 'not read', totp }
  return { id: 'x', organizationId: null, folderId: null, type: 1, reprompt: 0, name, notes: null, favorite: false, login, ...more }
}

const vault = {
  encrypted: false,
  folders: [{ id: folder, name: 'Work' }],
  items: [
    item(plain.issuer, plain.account, 'hxdm vjec jjws rb3h wizr 4ifu gftm xboz', { folderId: folder, favorite: true }),
    item('a login without codes', 'x', null),
    item(long.issuer, 'not said', longUri),
    { type: 2, name: 'a note', notes: 'otpauth://', secureNote: { type: 0 } },
    item('other names', 'other', counterUri),
    item(steam.issuer, steam.account, `steam://${steam.secret}`),
    item(unicode.issuer, unicode.account, unicode.secret),
  ],
}
const entries = [{ ...plain, tags: ['Work'], pinned: true }, long, counter, steam, unicode]
writeFixture('bitwarden', 'plain.json', JSON.stringify(vault, null, 2), { format: 'bitwarden', entries })

writeFixture('bitwarden', 'broken-items.json', JSON.stringify({
  ...vault,
  items: [
    null,
    item('Shop', 'sue', 'no key at all!'),
    item('Shop', 'sue', 'otpauth://totp/?secret=&issuer='),
    item('Shop', 'sue', 'otpauth://radius/Shop:sue?secret=AAAA'),
    vault.items[6],
  ],
}), {
  format: 'bitwarden',
  entries: [unicode],
  failures: [
    { position: 1, label: '', problem: 'malformed' },
    { position: 2, label: 'Shop, sue', problem: 'secret_bad' },
    { position: 3, label: 'Shop, sue', problem: 'secret_missing' },
    { position: 4, label: 'Shop:sue', problem: 'kind_unknown' },
  ],
})

const quote = (field: string) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
const csv = [
  'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp'.split(','),
  ['Work', '1', 'login', plain.issuer, 'line one\nline "two"', '', '0', 'https://a,https://b', plain.account, 'p,w', plain.secret],
  ['', '', 'login', 'without codes', '', '', '0', '', 'x', 'y', ''],
  ['', '', 'note', 'a note', 'text', '', '0', '', '', '', ''],
  ['', '', 'login', long.issuer, '', '', '0', '', '', '', longUri],
  ['', '', 'login', unicode.issuer, '', '', '0', '', unicode.account, '', unicode.secret],
]
const csvText = csv.map((row) => row.map(quote).join(',')).join('\n')
writeFixture('bitwarden', 'login.csv', csvText, {
  format: 'bitwarden',
  entries: [{ ...plain, tags: ['Work'], pinned: true }, long, unicode],
})
const older = csv.map((row) => row.filter((_, column) => column !== 6).map(quote).join(',')).join('\r\n')
writeFixture('bitwarden', 'login-without-reprompt.csv', older, {
  format: 'bitwarden',
  entries: [{ ...plain, tags: ['Work'], pinned: true }, long, unicode],
})

const authenticatorUri = `otpauth://totp/Tom%20&amp;%20Co:ann?secret=${plain.secret}&issuer=Tom%20%26%20Co&period=30&digits=6&algorithm=SHA1`
writeFixture('bitwarden', 'authenticator.csv', [
  'folder,favorite,type,name,login_uri,login_totp',
  `,,1,Tom & Co,,${authenticatorUri},Tom & Co,30,6`,
  `,,1,Bank of Examples,,${longUri},Bank of Examples,60,8`,
  ',,1,Shop,,nothing,Shop,30,6',
].join('\n'), {
  format: 'bitwarden',
  entries: [{ issuer: 'Tom & Co', account: 'ann', secret: plain.secret }, long],
  failures: [{ position: 3, label: 'Shop', problem: 'malformed' }],
})
writeFixture('bitwarden', 'authenticator-items.json', JSON.stringify({
  encrypted: false,
  items: [item(plain.issuer, plain.account, `otpauth://totp/ACME%20Co:john.doe%40email.com?secret=${plain.secret}&issuer=ACME%20Co`)],
}), { format: 'bitwarden', entries: [plain] })

const salt = Buffer.from(counted(16, 3)).toString('base64')
const password = 'a pässword of the file'

function protectedBy(master: Uint8Array, kdf: object): string {
  const part = (info: string) => createHmac('sha256', master).update(`${info}\u0001`).digest()
  const field = (text: string, seed: number) => {
    const iv = counted(16, seed)
    const data = sealCbc(part('enc'), iv, text)
    const mac = createHmac('sha256', part('mac')).update(iv).update(data).digest()
    return `2.${[iv, data, mac].map((bytes) => Buffer.from(bytes).toString('base64')).join('|')}`
  }
  return JSON.stringify({
    encrypted: true,
    passwordProtected: true,
    salt,
    ...kdf,
    encKeyValidation_DO_NOT_EDIT: field('8f9f9f9f-0000-4000-8000-000000000001', 5),
    data: field(JSON.stringify(vault), 6),
  })
}

const byPbkdf2 = pbkdf2Sync(password, salt, 5000, 32, 'sha256')
writeFixture('bitwarden', 'protected-pbkdf2.json', protectedBy(byPbkdf2, { kdfType: 0, kdfIterations: 5000, kdfMemory: null, kdfParallelism: null }), {
  format: 'bitwarden',
  password,
  entries,
})
const byArgon2 = argon2Sync('argon2id', { message: password, nonce: createHash('sha256').update(salt).digest(), parallelism: 4, tagLength: 32, memory: 1024, passes: 2 })
writeFixture('bitwarden', 'protected-argon2.json', protectedBy(byArgon2, { kdfType: 1, kdfIterations: 2, kdfMemory: 1, kdfParallelism: 4 }), {
  format: 'bitwarden',
  password,
  entries,
})
