/** Tries of one client address, many at once and over many accounts, and the known device that they must not hurt. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { readDeviceTokens } from '../kernel/device-tokens.ts'
import { isRefused, refuse } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { bindDevice, givePassword, PASSWORD, registerOwner } from '../testing/people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { beginSignIn } from './begin.ts'

let at: TestServer
suite('limits of an address', () => {
  beforeEach(async () => {
    at = await testServer({ SALLYPORT_ADDRESS_LIMITS: 'on' })
  })
  afterEach(() => at.close())

  async function signIn(browser: TestBrowser, accountName: string, password: string) {
    const { status, problem } = await browser.call('POST /api/sign-in', { body: { accountName, password } })
    return status === 200 ? 'admitted' : problem.code
  }

  function atOnce(count: number) {
    return Promise.all(
      Array.from({ length: count }, (_, guess) =>
        signIn(at.browser(), `person${guess}@example.com`, `a wrong password ${guess}`),
      ),
    )
  }

  test('A6: of forty names tried at once from one address twenty are looked at', async () => {
    const outcomes = await atOnce(40)
    assert.equal(outcomes.filter((code) => code === 'sign_in_refused').length, 20)
    assert.equal(outcomes.filter((code) => code === 'too_many_requests').length, 20)
  })

  test('right passwords leave nothing counted for their address', async () => {
    const { email } = await registerOwner(at)
    for (let time = 0; time < 25; time += 1)
      assert.equal(await signIn(at.browser(), email, PASSWORD), 'admitted')
  })

  test('right codes leave nothing counted for their address', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    for (let time = 0; time < 22; time += 1) {
      at.clock.advance(60_000)
      const browser = await givePassword(at, owner.email)
      const body = { method: 'virtual_mfa', code: owner.code() } as const
      assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
    }
  })

  test('A20: a stranger behind the same address does not keep a known device out', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    await atOnce(25)
    assert.equal(await signIn(at.browser(), owner.email, PASSWORD), 'too_many_requests')
    assert.equal(await signIn(owner.browser, owner.email, PASSWORD), 'admitted')
  })

  test('A20: strangers with wrong codes behind the same address do not stop the codes of a known device', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    const prove = async (browser: TestBrowser, code: string) => {
      const body = { method: 'virtual_mfa', code } as const
      const { status, problem } = await browser.call('POST /api/sign-in/prove', { body })
      return status === 200 ? 'proven' : problem.code
    }
    for (const email of ['one@example.com', 'two@example.com']) {
      await bindDevice(at, await registerOwner(at, email))
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const browser = await givePassword(at, email)
        for (let guess = 0; guess < 4; guess += 1) await prove(browser, '000000')
      }
    }
    assert.equal(await prove(await givePassword(at, owner.email), owner.code()), 'too_many_requests')
    const known = await givePassword(at, owner.email, owner.browser)
    assert.equal(await prove(known, owner.code()), 'proven')
  })

  test('links that are none do not stop codes from the same address', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    at.clock.advance(60_000)
    for (let guess = 0; guess < 21; guess += 1)
      await at.browser().call('POST /api/invitation', { body: { token: `guess-${guess}` } })
    const browser = await givePassword(at, owner.email)
    const body = { method: 'virtual_mfa', code: owner.code() } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
  })

  test('A6: a known device has ten wrong passwords, many at once as well, and a right one starts anew', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    for (let guess = 0; guess < 9; guess += 1)
      assert.equal(await signIn(owner.browser, owner.email, `wrong ${guess}, once`), 'sign_in_refused')
    assert.equal(await signIn(owner.browser, owner.email, PASSWORD), 'admitted')
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, guess) => signIn(owner.browser, owner.email, `wrong ${guess}, again`)),
    )
    // Ten of its own, then the five that any stranger's browser has before it waits.
    assert.equal(outcomes.filter((code) => code === 'sign_in_refused').length, 15)
    assert.equal(outcomes.filter((code) => code === 'password_wait').length, 15)
  })

  test('A18: a server that was too busy to compare takes that try back, and none before it', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    for (let guess = 0; guess < 9; guess += 1)
      await signIn(owner.browser, owner.email, `wrong ${guess}, once`)
    const [, cookie = ''] = [...owner.browser.cookies].find(([name]) => name.includes('device')) ?? []
    const busy = { ...at.world, hasher: { ...at.world.hasher, verify: async () => refuse('server_busy') } }
    const input = {
      accountName: owner.email,
      password: new Secret('wrong, unseen'),
      deviceTokens: readDeviceTokens(cookie),
    }
    const unseen = await beginSignIn(busy, input, testContext())
    assert.equal(isRefused(unseen) && unseen.refused, 'server_busy')
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => signIn(owner.browser, owner.email, `wrong ${guess}, again`)),
    )
    // The tenth of its own, then the five of any stranger's browser.
    assert.equal(outcomes.filter((code) => code === 'sign_in_refused').length, 6)
  })
})
