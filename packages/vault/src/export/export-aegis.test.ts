/** Aegis' files, opened as its own documentation says, by other cryptography than ours. */
import assert from 'node:assert/strict'
import { createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { test } from 'node:test'
import type { CodeKind, Entry } from '../entry/entry.ts'
import { makeEntry } from '../entry/make-entry.ts'
import { exportAegis } from './export-aegis.ts'

const random = { bytes: (length: number): Uint8Array => Uint8Array.from(randomBytes(length)) }
const TOTP: CodeKind = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 }

type Slot = {
  readonly type: number
  readonly key: string
  readonly key_params: Params
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
}
type Params = { readonly nonce: string; readonly tag: string }
type Vault = {
  readonly version: number
  readonly header: { readonly slots: readonly Slot[] | null; readonly params: Params | null }
  readonly db: unknown
}

function entry(code: CodeKind, more: Partial<Entry> = {}): Entry {
  const draft = {
    issuer: 'ACME Co',
    account: 'ada@example.org',
    secret: '6SB2IKNM6OBZPAVBVTOHDKS4FA',
    code,
    tags: [],
    letter: '',
    note: '',
    pinned: false,
  }
  return { ...makeEntry(draft, { now: 0, random }), ...more }
}

function vaultOf(file: Uint8Array): Vault {
  return JSON.parse(new TextDecoder().decode(file)) as Vault
}

function opened(key: Uint8Array, sealed: Uint8Array, { nonce, tag }: Params): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'))
  decipher.setAuthTag(Buffer.from(tag, 'hex'))
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}

function openedBy(vault: Vault, password: string): unknown {
  const slot = vault.header.slots?.[0]
  assert.ok(slot !== undefined && vault.header.params !== null && typeof vault.db === 'string')
  const { n, r, p } = slot
  const derived = scryptSync(password, Buffer.from(slot.salt, 'hex'), 32, {
    N: n,
    r,
    p,
    maxmem: 64 * 1024 * 1024,
  })
  const master = opened(derived, Buffer.from(slot.key, 'hex'), slot.key_params)
  return JSON.parse(opened(master, Buffer.from(vault.db, 'base64'), vault.header.params).toString('utf8'))
}

test('a plain file holds each kind of entry in the words of Aegis', async () => {
  const { file, leftOut } = await exportAegis(
    [
      entry(TOTP, {
        tags: ['work', 'mail'],
        note: 'spare',
        pinned: true,
        id: '00112233445566778899aabbccddeeff',
      }),
      entry({ kind: 'hotp', algorithm: 'SHA512', digits: 8, counter: 42n }, { tags: ['work'] }),
      entry({ kind: 'steam' }),
      entry({ kind: 'yandex', pin: '5239' }),
      entry({ kind: 'motp', pin: '1234' }),
    ],
    undefined,
    { random },
  )
  const vault = vaultOf(file)
  assert.deepEqual(leftOut, [])
  assert.equal(vault.version, 1)
  assert.deepEqual(vault.header, { slots: null, params: null })
  const db = vault.db as {
    readonly version: number
    readonly entries: readonly Readonly<Record<string, unknown>>[]
    readonly groups: readonly { readonly uuid: string; readonly name: string }[]
  }
  assert.equal(db.version, 3)
  assert.deepEqual(
    db.groups.map(({ name }) => name),
    ['work', 'mail'],
  )
  const [work, mail] = db.groups.map(({ uuid }) => uuid)
  const secret = '6SB2IKNM6OBZPAVBVTOHDKS4FA'
  assert.deepEqual(db.entries[0], {
    type: 'totp',
    uuid: '00112233-4455-4677-8899-aabbccddeeff',
    name: 'ada@example.org',
    issuer: 'ACME Co',
    note: 'spare',
    favorite: true,
    icon: null,
    icon_mime: null,
    icon_hash: null,
    info: { secret, algo: 'SHA1', digits: 6, period: 30 },
    groups: [work, mail],
  })
  assert.deepEqual(
    db.entries.slice(1).map(({ type, info, groups }) => ({ type, info, groups })),
    [
      { type: 'hotp', info: { secret, algo: 'SHA512', digits: 8, counter: 42 }, groups: [work] },
      { type: 'steam', info: { secret, algo: 'SHA1', digits: 5, period: 30 }, groups: [] },
      { type: 'yandex', info: { secret, algo: 'SHA256', digits: 8, period: 30, pin: '5239' }, groups: [] },
      { type: 'motp', info: { secret, algo: 'MD5', digits: 6, period: 10, pin: '1234' }, groups: [] },
    ],
  )
})

test('an encrypted file opens with its password as the documentation of Aegis says, and with no other', async () => {
  const password = 'Ünder the lamp 😀'
  const { file } = await exportAegis([entry(TOTP)], password, { random })
  const vault = vaultOf(file)
  const [slot] = vault.header.slots ?? []
  assert.ok(slot !== undefined)
  assert.deepEqual([slot.type, slot.n, slot.r, slot.p], [1, 32_768, 8, 1])
  assert.match(slot.salt, /^[0-9a-f]{64}$/)
  assert.match(slot.key, /^[0-9a-f]{64}$/)
  assert.ok(!/ACME|ada@|6SB2IKNM/.test(new TextDecoder().decode(file)))
  const db = openedBy(vault, password) as { readonly entries: readonly { readonly issuer: string }[] }
  assert.deepEqual(
    db.entries.map(({ issuer }) => issuer),
    ['ACME Co'],
  )
  assert.throws(() => openedBy(vault, `${password}.`))
})

test('two files under one password share no key, salt or nonce', async () => {
  const files = [await exportAegis([], 'lamp', { random }), await exportAegis([], 'lamp', { random })]
  const parts = files.flatMap(({ file }) => {
    const { header } = vaultOf(file)
    const [slot] = header.slots ?? []
    return [slot?.salt, slot?.key, slot?.key_params.nonce, header.params?.nonce]
  })
  assert.equal(new Set(parts).size, 8)
})

test('what Aegis would read as something else is left out and named; the bin stays where it is', async () => {
  const { file, leftOut } = await exportAegis(
    [
      entry({ ...TOTP, algorithm: 'SHA224' }, { id: 'a'.repeat(32) }),
      entry({ ...TOTP, algorithm: 'MD5' }, { id: 'b'.repeat(32), issuer: '' }),
      entry({ kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 1n << 53n }, { id: 'c'.repeat(32) }),
      entry(TOTP, { removedAt: 1 }),
    ],
    undefined,
    { random },
  )
  assert.deepEqual(leftOut, [
    { id: 'a'.repeat(32), name: 'ACME Co, ada@example.org', reason: 'algorithm' },
    { id: 'b'.repeat(32), name: 'ada@example.org', reason: 'algorithm' },
    { id: 'c'.repeat(32), name: 'ACME Co, ada@example.org', reason: 'counter' },
  ])
  assert.deepEqual((vaultOf(file).db as { readonly entries: unknown }).entries, [])
})

test('an empty password is refused: the file would look protected', async () => {
  await assert.rejects(exportAegis([entry(TOTP)], '', { random }), RangeError)
})
