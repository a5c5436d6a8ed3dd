/** Ente Auth's exports of section 2.8 of the reference. */
import { argon2Sync } from 'node:crypto'
import { counter, long, plain, steam, unicode } from './accounts.ts'
import { sealSecretstream } from './secretstream.ts'
import { counted, writeFixture } from './write-fixture.ts'

function uri(type: string, names: { issuer: string; account: string }, secret: string, rest: string, display: object): string {
  const label = `${encodeURIComponent(names.issuer)}:${encodeURIComponent(names.account)}`
  const shown = encodeURIComponent(JSON.stringify({ pinned: false, trashed: false, lastUsedAt: 0, tapCount: 0, tags: [], note: '', position: 0, iconSrc: '', iconID: '', ...display }))
  return `otpauth://${type}/${label}?secret=${secret}&issuer=${encodeURIComponent(names.issuer)}&${rest}&codeDisplay=${shown}`
}

const lines = [
  uri('totp', plain, plain.secret, 'algorithm=sha1&digits=6&period=30', { pinned: true, tags: ['Work', 'Home'], note: 'spare phone' }),
  uri('totp', long, long.secret, 'algorithm=algorithm.sha256&digits=8&period=60', {}),
  uri('hotp', counter, counter.secret, 'algorithm=sha1&digits=7&period=30&counter=41', {}),
  uri('steam', steam, steam.secret, 'algorithm=sha1&digits=5&period=30', {}),
  uri('totp', unicode, unicode.secret, 'algorithm=sha1&digits=6&period=30', { trashed: true, tags: ['☂'] }),
]
const entries = [
  { ...plain, pinned: true, tags: ['Work', 'Home'], note: 'spare phone' },
  long,
  counter,
  steam,
  { ...unicode, tags: ['☂'], removed: true },
]
const text = `${lines.join('\n')}\n`
writeFixture('ente', 'plain.txt', text, { format: 'ente', entries })

writeFixture('ente', 'broken-lines.txt', [
  uri('totp', { issuer: 'Shop', account: 'sue' }, '', 'algorithm=sha1&digits=6&period=30', {}),
  'rubbish',
  lines[0],
  uri('totp', { issuer: 'Shop', account: 'sue' }, plain.secret, 'algorithm=sha3&digits=6&period=30', {}),
].join('\n'), {
  format: 'ente',
  entries: [entries[0] ?? {}],
  failures: [
    { position: 1, label: 'Shop:sue', problem: 'secret_missing' },
    { position: 2, label: '', problem: 'malformed' },
    { position: 4, label: 'Shop:sue', problem: 'algorithm_unknown' },
  ],
})

function seal(password: string, content: string, tag: number): string {
  const salt = Buffer.from(counted(16, 31))
  const cost = { memory: 256, passes: 3, parallelism: 1, tagLength: 32 }
  const key = argon2Sync('argon2id', { message: password, nonce: salt, ...cost })
  const header = counted(24, 32)
  return JSON.stringify({
    version: 1,
    kdfParams: { memLimit: cost.memory * 1024, opsLimit: cost.passes, salt: salt.toString('base64') },
    encryptedData: sealSecretstream(key, header, content, tag).toString('base64'),
    encryptionNonce: Buffer.from(header).toString('base64'),
  }, null, 2)
}

const password = 'a dück of ente'
writeFixture('ente', 'encrypted.json', seal(password, text, 0), { format: 'ente', password, entries })
writeFixture('ente', 'encrypted-last-message.json', seal(password, text.slice(0, -1), 3), { format: 'ente', password, entries })
writeFixture('ente', 'encrypted-empty.json', seal(password, '', 0), { format: 'ente', password, entries: [] })
