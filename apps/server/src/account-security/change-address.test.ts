/** Who hears of a changed address, how often, and what the address that was left can still do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE } from '../kernel/clock.ts'
import { registerOwner } from '../testing/people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const PHONE = '+4915112345678'

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

type Purpose = 'change_email' | 'set_phone'

async function proveByEmail(at: TestServer, browser: TestBrowser, email: string, purpose: Purpose) {
  at.clock.advance(MINUTE)
  const params = { purpose }
  await browser.call('POST /api/verification/:purpose/send', { params, body: { method: 'email' } })
  const body = { method: 'email', code: await at.sentCode(email) } as const
  const proven = await browser.call('POST /api/verification/:purpose/prove', { params, body })
  assert.equal(proven.status, 200, proven.text)
}

test('each address hears once of a changed email and of a changed number', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const setPhone = async (phoneNumber: string) => {
      assert.equal((await browser.call('POST /api/phone', { body: { phoneNumber } })).status, 200)
      const body = { code: await at.sentCode(phoneNumber) }
      assert.equal((await browser.call('POST /api/phone/verify', { body })).status, 200)
    }
    const heard = async (to: string, words: RegExp) =>
      (await at.sentTexts(to)).filter((text) => words.test(text)).length
    const numberSet = /phone number of your account was set/
    await setPhone(PHONE)
    assert.deepEqual([await heard(email, numberSet), await heard(PHONE, numberSet)], [1, 1])
    await proveByEmail(at, browser, email, 'set_phone')
    await setPhone('+4915119999999')
    assert.equal(await heard(email, numberSet), 2)
    assert.equal(await heard(PHONE, numberSet), 2)
    assert.equal(await heard('+4915119999999', numberSet), 1)
    await proveByEmail(at, browser, email, 'change_email')
    await browser.call('POST /api/email', { body: { email: 'new@example.com' } })
    const body = { code: await at.sentCode('new@example.com') }
    assert.equal((await browser.call('POST /api/email/verify', { body })).status, 200)
    const emailChanged = /email address of your account was changed/
    for (const to of [email, 'new@example.com', '+4915119999999'])
      assert.equal(await heard(to, emailChanged), 1, to)
    const farewell = (await at.sentTexts(email)).find((text) => emailChanged.test(text)) ?? ''
    assert.match(farewell, /tell the operator[\s\S]*New address: n•••w@example\.com\nAccount: \d+/)
    assert.doesNotMatch(farewell, /change your password/)
  }))
