/** Every text that people scan or paste is taken in, or explained. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchProgress, unfinished } from './batch-progress.ts'
import { takeIn, urisIn } from './intake.ts'
import { withPin } from './with-pin.ts'

const acme = 'otpauth://totp/ACME:john?secret=JBSWY3DPEHPK3PXP&issuer=ACME'

function migration(index: number, size: number, id: number, secret = 'Hello'): string {
  const text = (tag: number, value: string): number[] => [tag, value.length, ...Buffer.from(value)]
  const account = [...text(0x0a, secret), ...text(0x12, `name${index}`), 0x20, 1, 0x28, 1, 0x30, 2]
  const message = [0x0a, account.length, ...account, 0x10, 1, 0x18, size, 0x20, index, 0x28, id]
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(message).toString('base64'))}`
}

test('an account is fresh once, and the same ever after', async () => {
  const first = await takeIn([acme, acme, `${acme}&digits=6`], [])
  assert.deepEqual(
    first.fresh.map(({ draft }) => [draft.issuer, draft.account, draft.secret]),
    [['ACME', 'john', 'JBSWY3DPEHPK3PXP']],
  )
  assert.equal(first.same.length, 1)
  const again = await takeIn(
    [acme],
    first.fresh.map(({ draft }) => draft),
  )
  assert.deepEqual([again.fresh.length, again.same.length], [0, 1])
})

test('the same key under another name, and the same name with another key, are fresh', async () => {
  const { fresh } = await takeIn([acme], [])
  const here = fresh.map(({ draft }) => draft)
  const renamed = await takeIn([acme.replace('john', 'jane')], here)
  const renewed = await takeIn([acme.replace('JBSWY3DPEHPK3PXP', 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ')], here)
  assert.deepEqual([renamed.fresh.length, renewed.fresh.length], [1, 1])
})

test('codes for something else are told apart', async () => {
  const rows = {
    microsoft_push: 'phonefactor://activate_account?code=1&url=x',
    privacyidea_push: 'otpauth://pipush/PIPU0001?url=https%3A//x&ttl=2',
    passkey: 'FIDO:/0839293847',
    two_step_enrolment: `${acme}&2step_salt=10&2step_difficulty=10000`,
    wifi: 'WIFI:S:home;T:WPA;P:secret;;',
    web_address: 'https://example.com/otpauth',
    something_else: 'BEGIN:VCARD',
  }
  for (const [kind, text] of Object.entries(rows)) {
    const { foreign, fresh, failures } = await takeIn([text], [])
    assert.deepEqual(foreign, [{ kind, text }])
    assert.deepEqual([fresh, failures], [[], []])
  }
})

test('what is wrong with an account is said, and nothing is invented', async () => {
  const rows = {
    secret_missing: 'otpauth://totp/A:b',
    secret_bad: 'otpauth://totp/A:b?secret=0189',
    digits_bad: `${acme}&digits=60`,
    kind_unknown: 'otpauth://push/A:b?secret=JBSWY3DP',
    malformed: 'otpauth-migration://offline?data=AAAA',
  }
  for (const [problem, text] of Object.entries(rows)) {
    const { fresh, failures, foreign } = await takeIn([text], [])
    assert.deepEqual(
      failures.map((failure) => failure.problem),
      [problem],
    )
    assert.deepEqual([fresh, foreign], [[], []])
  }
})

test("pictures of Google's export are collected in any order, with repeats", async () => {
  const { fresh, batches } = await takeIn([migration(2, 3, 7), migration(0, 3, 7), migration(2, 3, 7)], [])
  assert.deepEqual(
    fresh.map(({ draft }) => draft.account),
    ['name2', 'name0'],
  )
  assert.deepEqual(unfinished(batches), { read: 2, of: 3, missing: [2] })
  const rest = await takeIn([migration(1, 3, 7)], [])
  assert.equal(unfinished([...batches, ...rest.batches]), undefined)
})

test('two exports are counted each for itself', () => {
  const batches = [
    { id: 1, index: 0, size: 2 },
    { id: -5, index: 0, size: 1 },
    { id: 1, index: 1, size: 2 },
  ]
  assert.deepEqual(batchProgress(batches), [
    { read: 2, of: 2, missing: [] },
    { read: 1, of: 1, missing: [] },
  ])
})

test('the lines of a pasted text that are links of accounts', () => {
  assert.deepEqual(urisIn(`# my codes\r\n ${acme} \nhttps://example.com\nOTPAUTH://TOTP/x?secret=AA`), [
    acme,
    'OTPAUTH://TOTP/x?secret=AA',
  ])
  assert.deepEqual(urisIn('hello'), [])
})

test('a PIN completes an account that came without it', async () => {
  const { fresh } = await takeIn(
    ['otpauth://yaotp/me?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY&pin_length=4'],
    [],
  )
  const [entry] = fresh
  assert.ok(entry?.needsPin)
  assert.equal(withPin(entry, '12'), undefined)
  assert.deepEqual(withPin(entry, ' 5239 ')?.code, { kind: 'yandex', pin: '5239' })
})
