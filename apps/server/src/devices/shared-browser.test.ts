/** One browser that many sign in from, through the front door: how many it is known to, and who makes room. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { wireName } from '../http/cookies.ts'
import { HOUR, MINUTE } from '../kernel/clock.ts'
import { type DeviceTokens, readDeviceTokens } from '../kernel/device-tokens.ts'
import type { AccountId } from '../kernel/ids.ts'
import { type BoundOwner, bindDevice, type Owner, PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, type Made, makeUser, signInUser } from '../testing/ram-people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { findKnownDevice } from './find-known-device.ts'

type Bound = Made & { readonly bound: BoundOwner }

let at: TestServer
let owner: Owner
let accountId: AccountId
let browser: TestBrowser

function held(): DeviceTokens {
  return readDeviceTokens(browser.cookies.get(wireName('device', at.world.origin)) ?? '')
}

async function isKnownTo(user: Made): Promise<boolean> {
  return (await findKnownDevice(at.world.read, user, held())) !== undefined
}

/** Signs in with one step, which makes the browser seen, and binds, which makes it known. */
async function bindHere(name: string): Promise<Bound> {
  // So that no limit of messages is reached.
  at.clock.advance(3 * HOUR)
  const email = `${name}@example.org`
  const user = await makeUser(at, accountId, name, { email })
  await signInUser(at, user, browser)
  return { ...user, bound: await bindDevice(at, { email, browser }) }
}

async function signInHere(user: Bound, trustBrowser: boolean): Promise<void> {
  at.clock.advance(MINUTE)
  await signInUser(at, user, browser)
  const body = { method: 'virtual_mfa', code: user.bound.code(), trustBrowser } as const
  const proven = await browser.call('POST /api/sign-in/prove', { body })
  assert.equal(proven.status, 200, proven.text)
}

async function bindSixteen(): Promise<readonly [Bound, Bound, ...Bound[]]> {
  const users: [Bound, Bound, ...Bound[]] = [await bindHere('user-1'), await bindHere('user-2')]
  for (let more = 3; more <= 16; more += 1) users.push(await bindHere(`user-${more}`))
  return users
}

suite('a browser that is shared', () => {
  beforeEach(async () => {
    at = await testServer()
    owner = await registerOwner(at)
    accountId = await accountOf(owner)
    browser = at.browser()
  })
  afterEach(() => at.close())

  test('sixteen users who sign in and bind in it one after another are all known', async () => {
    for (const user of await bindSixteen()) assert.equal(await isKnownTo(user), true, user.signInName)
    assert.equal(held().open().length, 16)
  })

  test('the seventeenth makes a stranger of whoever signed in there longest ago', async () => {
    const [first, second] = await bindSixteen()
    await signInHere(first, false)
    await bindHere('user-17')
    assert.deepEqual([await isKnownTo(first), await isKnownTo(second)], [true, false])
  })

  test('who signs in comes first in the cookie: by trust, by one step, by two', async () => {
    const settings = await at.world.read.settings.find(accountId)
    await at.world.atomically((stores) =>
      stores.settings.save(accountId, { ...settings, trustBrowserDays: 7 }, at.clock.now()),
    )
    const one = await makeUser(at, accountId, 'bob')
    await signInUser(at, one, browser)
    const user = await bindHere('ann')
    await signInHere(user, true)
    const [known = '', seen = '', ...more] = held().open()
    assert.deepEqual(more, [])
    const name = wireName('device', at.world.origin)
    const untrusted = async () => {
      await at.world.atomically((stores) => stores.devices.endTrust(user))
      await signInHere(user, false)
    }
    for (const [act, first, last] of [
      [() => signInUser(at, user, browser), known, seen],
      [() => signInUser(at, one, browser), seen, known],
      [untrusted, known, seen],
    ] as const) {
      browser.cookies.set(name, `${last}.${first}`)
      await act()
      assert.deepEqual(held().open(), [first, last])
    }
  })

  test('one who changes the password twenty times leaves the browser known to another, and holds one token', async () => {
    const user = await bindHere('ann')
    browser.cookies.delete(wireName('session', at.world.origin))
    const body = { accountName: owner.email, password: PASSWORD }
    assert.equal((await browser.call('POST /api/sign-in', { body })).status, 200)
    let currentPassword = PASSWORD
    for (let time = 0; time < 20; time += 1) {
      at.clock.advance(MINUTE)
      const newPassword = `quiet copper meadow ${time}`
      const params = { purpose: 'change_password' } as const
      const needed = (await browser.call('GET /api/verification/:purpose', { params })).reply.needed
      if (needed) {
        await browser.call('POST /api/verification/:purpose/send', { params, body: { method: 'email' } })
        const proof = { method: 'email', code: await at.sentCode(owner.email) } as const
        const proven = await browser.call('POST /api/verification/:purpose/prove', { params, body: proof })
        assert.equal(proven.status, 200, proven.text)
      }
      const changed = await browser.call('POST /api/password', { body: { currentPassword, newPassword } })
      assert.equal(changed.status, 200, changed.text)
      currentPassword = newPassword
    }
    assert.equal(await isKnownTo(user), true)
    assert.equal(held().open().length, 2)
    const again = { accountName: owner.email, password: currentPassword }
    assert.equal((await browser.call('POST /api/sign-in', { body: again })).status, 200)
    assert.equal(held().open().length, 2, 'the token of the last change is the one that is seen')
  })

  test('one step in a browser that is known adds no token', async () => {
    const user = await bindHere('ann')
    const before = held().open()
    await at.world.atomically((stores) => stores.totp.removeAll(user))
    await signInUser(at, user, browser)
    assert.deepEqual(held().open(), before)
    assert.equal(await isKnownTo(user), true)
  })
})
