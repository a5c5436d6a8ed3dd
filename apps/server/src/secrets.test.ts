/** Canaries: what is secret stands in no log, no answer and no byte of the database. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { encodeBase32 } from '@sallyport/otp'
import { MINUTE, SECOND } from './kernel/clock.ts'
import { bindDevice, givePassword, PASSWORD, registerOwner } from './testing/people.ts'
import { type TestServer, testServer } from './testing/test-server.ts'

const PHONE = '+4915112345678'
const TYPED = [
  'canary wrong password 7741',
  'canary new password 9918',
  'Canary Sir Barnaby',
  'Canary Purple Herons',
  'Canary Lake Ohrid',
]

type Secrets = {
  /** Long enough never to stand anywhere by chance. */
  readonly long: readonly string[]
  /** Six digits: sought as a word. */
  readonly codes: readonly string[]
  readonly answers: readonly string[]
}

/** A life of an account in which every kind of secret passes through the server once. */
async function live(at: TestServer): Promise<Secrets> {
  const owner = await bindDevice(at, await registerOwner(at))
  const { browser, email } = owner
  const codes = [await at.sentCode(email)]
  const answers: string[] = []
  const hear = (answer: { text: string; headers: Readonly<Record<string, unknown>> }) => {
    answers.push(answer.text, JSON.stringify({ ...answer.headers, 'set-cookie': '' }))
    return answer
  }
  hear(
    await at.browser().call('POST /api/sign-in', { body: { accountName: email, password: TYPED[0] ?? '' } }),
  )
  hear(await browser.call('POST /api/phone', { body: { phoneNumber: PHONE } }))
  codes.push(await at.sentCode(PHONE))
  hear(await browser.call('POST /api/phone/verify', { body: { code: codes[1] ?? '' } }))
  const questions = ['first_pet', 'first_concert', 'first_trip'].map((id, index) => ({
    id,
    answer: TYPED[index + 2] ?? '',
  }))
  hear(await browser.call('PUT /api/security-questions', { body: { questions } }))
  const pending = await givePassword(at, email)
  hear(await pending.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code: '918273' } }))
  const recovery = owner.recoveryCodes[0] ?? ''
  hear(await pending.call('POST /api/sign-in/prove', { body: { method: 'recovery_code', code: recovery } }))
  at.clock.advance(SECOND)
  const device = owner.code()
  codes.push(device, '918273')
  const second = await givePassword(at, email)
  hear(await second.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code: device } }))
  hear(
    await second.call('POST /api/password', {
      body: { currentPassword: PASSWORD, newPassword: TYPED[1] ?? '' },
    }),
  )
  for (const key of [
    'GET /api/security',
    'GET /api/activity',
    'GET /api/sessions',
    'GET /api/mfa/devices',
    'GET /api/sign-in',
    'GET /api/site',
  ] as const)
    hear(await second.call(key))
  const other = at.browser()
  hear(
    await other.call('POST /api/register', {
      body: { email: 'later@example.com', password: TYPED[1] ?? '' },
    }),
  )
  codes.push(await at.sentCode('later@example.com'))
  const tokens = [browser, second, other].flatMap((held) => [...held.cookies.values()])
  const key = encodeBase32(owner.key)
  return {
    long: [PASSWORD, ...TYPED, key, key.toLowerCase(), ...owner.recoveryCodes, ...tokens],
    codes,
    answers,
  }
}

function asWord(code: string): RegExp {
  return new RegExp(`(?<![\\w+/-])${code}(?![\\w+/=-])`)
}

async function lived(): Promise<{ at: TestServer; secrets: Secrets }> {
  const at = await testServer()
  return { at, secrets: await live(at) }
}

test('J6, E6: no secret stands in a log or an answer', async () => {
  const { at, secrets } = await lived()
  try {
    const seen = [at.logged(), (await at.server.inject('/metrics')).body, ...secrets.answers]
    assert.ok(at.logged().includes('answered'))
    for (const text of seen) {
      for (const secret of secrets.long) assert.equal(text.includes(secret), false, secret)
      for (const code of secrets.codes) assert.doesNotMatch(text, asWord(code))
    }
    for (const address of ['owner@example.com', PHONE])
      assert.equal(at.logged().includes(address), false, address)
  } finally {
    await at.close()
  }
})

test('E5: the files of the database hold no password, answer, key, code or token in clear', async () => {
  const { at, secrets } = await lived()
  try {
    const folder = at.world.configuration.dataFolder
    const files = readdirSync(folder).filter((name) => name.startsWith('sallyport.db'))
    assert.ok(files.length >= 1)
    for (const name of files) {
      const bytes = readFileSync(join(folder, name))
      for (const secret of secrets.long) {
        assert.equal(bytes.includes(secret), false, `${name}: ${secret}`)
        assert.equal(bytes.includes(Buffer.from(secret).toString('base64url')), false, `${name}: ${secret}`)
      }
      assert.equal(bytes.includes('is your code'), false)
    }
  } finally {
    await at.close()
  }
})

test('E5: no value of any table is a code, and the outbox names nobody', async () => {
  const { at, secrets } = await lived()
  const db = new DatabaseSync(join(at.world.configuration.dataFolder, 'sallyport.db'), { readOnly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    for (const { name } of tables) {
      const rows = JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all())
      for (const code of secrets.codes) assert.doesNotMatch(rows, asWord(code), String(name))
      if (name !== 'outbox') continue
      assert.ok(rows.length > 100)
      for (const address of ['@example.com', PHONE]) assert.equal(rows.includes(address), false, address)
    }
  } finally {
    db.close()
    await at.close()
  }
})

test('a kept message is gone after a day', async () => {
  const { at } = await lived()
  try {
    assert.notEqual((await at.sentTexts('owner@example.com')).length, 0)
    at.clock.advance(24 * 60 * MINUTE)
    assert.equal((await at.sentTexts('owner@example.com')).length, 0)
  } finally {
    await at.close()
  }
})
