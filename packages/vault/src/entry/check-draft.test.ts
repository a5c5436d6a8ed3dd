/** Drafts: what is wrong with one, what it is called, and when two are the same account. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOtpauthUri } from '@sallyport/otp'
import { checkDraft } from './check-draft.ts'
import { draftOfUri, uriOfEntry } from './draft-of-uri.ts'
import type { CodeKind, EntryDraft } from './entry.ts'
import { makeEntry } from './make-entry.ts'
import { nameOf } from './name-of.ts'
import { sameEntry } from './same-entry.ts'

const TOTP = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const
const HOTP = { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 0n } as const
const SECRET = 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ'
const DRAFT: EntryDraft = {
  issuer: 'ACME Co',
  account: 'ada@example.org',
  secret: SECRET,
  code: TOTP,
  tags: [],
  letter: '',
  note: '',
  pinned: false,
}

test('a draft is refused by the first thing that is wrong with it', () => {
  const rows: readonly (readonly [Partial<EntryDraft>, ReturnType<typeof checkDraft>])[] = [
    [{}, undefined],
    [{ secret: '' }, 'secret_missing'],
    [{ secret: ' - ' }, 'secret_missing'],
    [{ secret: 'A' }, 'secret_bad'],
    [{ secret: 'ABC1' }, 'secret_bad'],
    [{ code: { ...TOTP, digits: 1 } }, undefined],
    [{ code: { ...TOTP, digits: 10, periodSeconds: 86_400 } }, undefined],
    [{ code: { ...TOTP, digits: 0 } }, 'digits_bad'],
    [{ code: { ...TOTP, digits: 11 } }, 'digits_bad'],
    [{ code: { ...TOTP, digits: 6.5 } }, 'digits_bad'],
    [{ code: { ...HOTP, digits: Number.NaN } }, 'digits_bad'],
    [{ code: { ...TOTP, periodSeconds: 0 } }, 'period_bad'],
    [{ code: { ...TOTP, periodSeconds: 86_401 } }, 'period_bad'],
    [{ code: { ...HOTP, counter: -1n } }, 'counter_bad'],
    [{ code: { ...HOTP, counter: (1n << 63n) - 2n } }, undefined],
    [{ code: { ...HOTP, counter: (1n << 63n) - 1n } }, 'counter_bad'],
    [{ code: { kind: 'steam' } }, undefined],
    [{ code: { kind: 'yandex', pin: '5239' } }, undefined],
    [{ code: { kind: 'yandex', pin: '523' } }, 'pin_missing'],
    [{ code: { kind: 'yandex', pin: '5239' }, secret: 'MFRGG' }, 'secret_bad'],
    [{ code: { kind: 'motp', pin: '' } }, 'pin_missing'],
    [{ code: { kind: 'motp', pin: '0000' } }, undefined],
  ]
  for (const [change, problem] of rows)
    assert.equal(
      checkDraft({ ...DRAFT, ...change }),
      problem,
      `${change.secret ?? ''} ${change.code?.kind ?? ''}`,
    )
})

test('an entry keeps its secret in one spelling, however it was typed', () => {
  const random = { bytes: (length: number) => new Uint8Array(length).fill(0xab) }
  const typed = 'hxdm vjec-jjws rb3h wizr 4ifu gftm xboz=='
  const entry = makeEntry({ ...DRAFT, secret: typed }, { now: 5, random })
  assert.equal(entry.secret, SECRET)
  assert.equal(entry.id, 'ab'.repeat(16))
  assert.deepEqual([entry.addedAt, entry.uses, entry.usedAt, entry.removedAt], [5, 0, undefined, undefined])
})

test('the same account has the same key under the same names; one key under two names is two accounts', () => {
  assert.ok(sameEntry(DRAFT, { ...DRAFT, secret: SECRET.toLowerCase(), account: ' ada@example.org' }))
  assert.ok(sameEntry({ ...DRAFT, account: 'Å' }, { ...DRAFT, account: 'A\u030a' }))
  assert.ok(!sameEntry(DRAFT, { ...DRAFT, issuer: 'ACME' }))
  assert.ok(!sameEntry(DRAFT, { ...DRAFT, account: 'lin@example.org' }))
  assert.ok(!sameEntry(DRAFT, { ...DRAFT, secret: `${SECRET}AA` }))
  assert.ok(!sameEntry(DRAFT, { ...DRAFT, secret: `A${SECRET.slice(1)}` }))
})

test('a name is the issuer and the account, or the one of them that there is', () => {
  assert.equal(nameOf(DRAFT), 'ACME Co, ada@example.org')
  assert.equal(nameOf({ ...DRAFT, issuer: '' }), 'ada@example.org')
  assert.equal(nameOf({ ...DRAFT, account: '' }), 'ACME Co')
  assert.equal(nameOf({ issuer: '', account: '' }), '')
})

test('a URI without the PIN that its codes need asks for it; a bad PIN is refused', () => {
  const made = (uri: string) => {
    const read = readOtpauthUri(uri)
    assert.ok(read.ok, uri)
    return draftOfUri(read.uri)
  }
  const yandex = 'otpauth://yaotp/ivan?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY'
  for (const uri of [yandex, `${yandex}&pin=GUZA`]) {
    const asking = made(uri)
    assert.ok('draft' in asking && asking.needsPin)
  }
  const whole = made(`${yandex}&pin=GUZDGOI`)
  assert.ok('draft' in whole && !whole.needsPin)
  assert.deepEqual(whole.draft.code, { kind: 'yandex', pin: '5239' })
})

test('each kind is written as the URI that other apps read', () => {
  const uri = (code: CodeKind) => uriOfEntry({ ...DRAFT, issuer: 'A B', account: 'c', code })
  assert.equal(
    uri(TOTP),
    `otpauth://totp/A%20B:c?secret=${SECRET}&issuer=A%20B&algorithm=SHA1&digits=6&period=30`,
  )
  assert.equal(
    uri({ ...HOTP, counter: 9n }),
    `otpauth://hotp/A%20B:c?secret=${SECRET}&issuer=A%20B&algorithm=SHA1&digits=6&counter=9`,
  )
  assert.equal(uri({ kind: 'steam' }), `otpauth://steam/A%20B:c?secret=${SECRET}&issuer=A%20B`)
  assert.match(uri({ kind: 'yandex', pin: '5239' }), /^otpauth:\/\/yaotp\/.*&pin=GUZDGOI$/)
  assert.match(uri({ kind: 'motp', pin: '1234' }), /^motp:\/\/A%20B:c\?secret=[0-9a-f]{40}&.*pin=1234$/)
})
