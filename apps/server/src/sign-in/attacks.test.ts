/** Attacks of security.md, section 1, against the whole server as it starts with nothing configured. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { HOUR, SECOND } from '../kernel/clock.ts'
import { bindDevice, givePassword, PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

let at: TestServer
suite('attacks', () => {
  beforeEach(async () => {
    at = await testServer()
  })
  afterEach(() => at.close())

  test('A3: nothing has to be switched on for wrong codes and wrong passwords to have an end', async () => {
    const plain = await testServer({ SALLYPORT_ADDRESS_LIMITS: '' })
    try {
      assert.equal(plain.world.addressLimits, true)
      const outcomes = []
      for (let guess = 0; guess < 25; guess += 1) {
        const body = { accountName: `nobody${guess}@example.com`, password: 'not anybody at all' }
        outcomes.push((await plain.browser().call('POST /api/sign-in', { body })).problem.code)
      }
      assert.deepEqual(new Set(outcomes.slice(20)), new Set(['too_many_requests']))
    } finally {
      await plain.close()
    }
  })

  test('A11: thirty wrong passwords take nothing from the budget of codes', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    for (let guess = 0; guess < 30; guess += 1) {
      at.clock.advance(HOUR)
      const body = { accountName: owner.email, password: `wrong password ${guess}` }
      await at.browser().call('POST /api/sign-in', { body })
    }
    at.clock.advance(HOUR)
    let looked = 0
    for (let round = 0; round < 3; round += 1) {
      const browser = await givePassword(at, owner.email)
      for (let tries = 0; tries < 5; tries += 1) {
        const body = { method: 'virtual_mfa', code: owner.code(200 + looked) } as const
        if ((await browser.call('POST /api/sign-in/prove', { body })).problem.code === 'code_wrong')
          looked += 1
      }
    }
    assert.equal(looked, 12)
  })

  test('A13: wrong recovery codes count for the account, however often somebody signs in anew', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    const codes: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const browser = await givePassword(at, owner.email)
      for (let tries = 0; tries < 2; tries += 1) {
        const [right = ''] = owner.recoveryCodes
        const wrong = right.slice(0, -4) + (right.endsWith('2222') ? '3333' : '2222')
        const body = { method: 'recovery_code', code: wrong } as const
        codes.push((await browser.call('POST /api/sign-in/prove', { body })).problem.code)
        at.clock.advance(SECOND)
      }
    }
    assert.deepEqual(codes.slice(0, 10), Array<string>(10).fill('recovery_code_wrong'))
    assert.deepEqual(codes.slice(10), Array<string>(14).fill('too_many_tries'))
    const browser = await givePassword(at, owner.email)
    const body = { method: 'virtual_mfa', code: owner.code() } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
  })

  test('E2: whatever host a request claims, mails name the configured origin alone', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-original-host': 'evil.example',
    }
    await registerOwner(at, 'owner@example.com')
    at.clock.advance(HOUR)
    const body = { email: 'owner@example.com', password: PASSWORD }
    const begun = await at.browser(forged).call('POST /api/register', { body })
    assert.equal(begun.status, 200)
    const texts = await at.sentTexts('owner@example.com')
    assert.ok(texts.some((text) => text.includes(at.world.origin.origin)))
    for (const text of texts) assert.doesNotMatch(text, /evil/)
    const elsewhere = await at.browser({ host: 'evil.example' }).call('POST /api/register', { body })
    assert.equal(elsewhere.status, 421)
  })

  test('J4: three hundred sign-ins at once are looked at, put off or refused, and the server answers meanwhile', async () => {
    const long = 'x'.repeat(60_000)
    const burst = Array.from({ length: 300 }, (_, number) => {
      const password = number % 3 === 0 ? long : `the password of nobody ${number}`
      const body = { accountName: `nobody${number}@example.com`, password }
      return at.browser().call('POST /api/sign-in', { body })
    })
    const health = await at.server.inject({ url: '/healthz', headers: { host: at.world.origin.host } })
    assert.equal(health.statusCode, 200)
    const statuses = (await Promise.all(burst)).map(({ status }) => status)
    assert.deepEqual(
      [...new Set(statuses)].filter((status) => ![401, 413, 429, 503].includes(status)),
      [],
    )
    assert.ok(statuses.filter((status) => status === 401).length <= 100)
    assert.equal(statuses.filter((status) => status === 413).length, 100)
  })
})
