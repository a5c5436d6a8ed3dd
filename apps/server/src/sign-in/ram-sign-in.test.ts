/** RAM users at the door: whom a name means, who is not let in, and what the first password opens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY, HOUR, MINUTE } from '../kernel/clock.ts'
import { NO_DEVICE_TOKENS } from '../kernel/device-tokens.ts'
import { Secret } from '../kernel/secret.ts'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, makeUser, proveManaging, signInUser } from '../testing/ram-people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { beginSignIn } from './begin.ts'

const NEW_PASSWORD = 'quiet copper meadow 28'

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

function signIn(browser: TestBrowser, accountName: string, password = PASSWORD) {
  return browser.call('POST /api/sign-in', { body: { accountName, password } })
}

test("a user signs in by the account's id or alias, in any letter case", () =>
  on(async (at) => {
    const accountId = await accountOf(await registerOwner(at))
    await makeUser(at, accountId, 'Ann.Lee')
    await at.world.atomically((stores) => stores.settings.setAlias(accountId, 'harbour'))
    for (const name of [`ann.lee@${accountId}`, 'Ann.Lee@harbour', ' ANN.LEE@HARBOUR ']) {
      const { reply, text } = await signIn(at.browser(), name)
      assert.equal(reply.state, 'signed_in', text)
      assert.equal(reply.signInName, 'Ann.Lee@harbour')
      assert.deepEqual([reply.role, reply.owes, reply.mfaGraceUntil], ['none', 'nothing', null])
    }
    const user = await at.world.read.users.findByName(accountId, 'ann.lee')
    assert.equal(user?.lastSignInAt, at.clock.now())
  }))

test('I6: no likeness of a name means somebody', () =>
  on(async (at) => {
    const accountId = await accountOf(await registerOwner(at))
    await makeUser(at, accountId, 'ann')
    await at.world.atomically((stores) => stores.settings.setAlias(accountId, 'kiosk'))
    for (const name of [
      'joann@kiosk',
      'an@kiosk',
      'ann@kios',
      'ann@\u212Aiosk',
      'a\u200Bnn@kiosk',
      'ａｎｎ@kiosk',
      'ann%@kiosk',
      'ann\uFF20kiosk',
      `ann@${accountId.slice(1)}`,
      'ann',
      '@kiosk',
    ]) {
      const answer = await signIn(at.browser(), name)
      assert.equal(answer.problem.code, 'sign_in_refused', name)
    }
  }))

test('I5: users of two accounts may share a name, and each is only its own', () =>
  on(async (at) => {
    const first = await accountOf(await registerOwner(at, 'first@example.com'))
    const second = await accountOf(await registerOwner(at, 'second@example.com'))
    const ann = await makeUser(at, first, 'ann')
    const other = await makeUser(at, second, 'ann')
    for (const user of [ann, other]) {
      const browser = await signInUser(at, user)
      assert.equal((await browser.call('GET /api/security')).reply.accountId, user.accountId)
    }
  }))

test('suspended, removed, expired and unknown users are refused like a wrong password, with one argon2id each', () =>
  on(async (at) => {
    const accountId = await accountOf(await registerOwner(at))
    const ann = await makeUser(at, accountId, 'ann')
    const suspended = await makeUser(at, accountId, 'sus', { state: 'suspended' })
    const removed = await makeUser(at, accountId, 'rem', { state: 'removed' })
    const expired = await makeUser(at, accountId, 'exp')
    const invited = await makeUser(at, accountId, 'inv', { password: false })
    await at.world.atomically(async (stores) => {
      await stores.users.setPasswordState(expired, 'must_change', at.clock.now())
      await stores.users.setPasswordState(invited, 'invited', at.clock.now() + DAY)
    })
    const bare = (text: string) => text.replace(/"requestId":"[^"]*"/, '')
    const wrong = await signIn(at.browser(), ann.signInName, 'not the password at all')
    for (const name of [suspended, removed, expired, invited].map((user) => user.signInName)) {
      const answer = await signIn(at.browser(), name)
      assert.deepEqual([answer.status, bare(answer.text)], [wrong.status, bare(wrong.text)], name)
    }
    for (const name of [`nobody@${accountId}`, 'nobody@nowhere']) {
      const answer = await signIn(at.browser(), name)
      assert.deepEqual([answer.status, bare(answer.text)], [wrong.status, bare(wrong.text)], name)
    }
    const events = await at.world.read.audit.listChain(accountId, { after: 0, limit: 100 })
    const reasons = events.filter(({ action }) => action === 'sign_in.refused').map(({ reason }) => reason)
    assert.deepEqual(reasons, [
      'password_wrong',
      'user_suspended',
      'user_removed',
      'first_password_expired',
      'password_none',
    ])
  }))

test('every refused name costs one verification of argon2id, neither more nor less', () =>
  on(async (at) => {
    const accountId = await accountOf(await registerOwner(at))
    const { hasher } = at.world
    const suspended = await makeUser(at, accountId, 'sus', { state: 'suspended' })
    for (const accountName of [
      suspended.signInName,
      `nobody@${accountId}`,
      'nobody@nowhere',
      'x@example.org',
    ]) {
      let spent = 0
      const counting = {
        ...hasher,
        verify: (phc: string, text: string) => {
          spent += 1
          return hasher.verify(phc, text)
        },
        verifyNothing: (text: string) => {
          spent += 1
          return hasher.verifyNothing(text)
        },
      }
      const input = { accountName, password: new Secret(PASSWORD), deviceTokens: NO_DEVICE_TOKENS }
      await beginSignIn({ ...at.world, hasher: counting }, input, testContext())
      assert.equal(spent, 1, accountName)
    }
  }))

test('a generated password opens nothing but the choice of a new one', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const accountId = await accountOf(owner)
    await proveManaging(at, owner)
    const made = await owner.browser.call('POST /api/ram/users', {
      body: { name: 'ann', firstPassword: 'generated', mfaBindRequired: false },
    })
    assert.equal(made.status, 200, made.text)
    const generated = made.reply.generatedPassword ?? ''
    const browser = at.browser()
    const begun = await signIn(browser, `ann@${accountId}`, generated)
    assert.equal(begun.reply.state === 'signed_in' && begun.reply.owes, 'new_password')
    for (const key of ['GET /api/security', 'GET /api/ram/users', 'POST /api/mfa/binding'] as const) {
      const answer = await browser.call(key)
      assert.deepEqual([answer.status, answer.problem.code], [403, 'new_password_required'], key)
    }
    const later = await browser.call('POST /api/ram/mfa/later')
    assert.equal(later.problem.code, 'new_password_required')
    const choose = (newPassword: string) =>
      browser.call('POST /api/sign-in/new-password', { body: { newPassword } })
    assert.equal((await choose('short')).problem.code, 'password_too_short')
    assert.equal((await choose(generated)).problem.code, 'password_unchanged')
    const other = at.browser()
    await signIn(other, `ann@${accountId}`, generated)
    const before = browser.copy()
    const chosen = await choose(NEW_PASSWORD)
    assert.equal(chosen.status, 200, chosen.text)
    assert.equal(chosen.reply.owes, 'nothing')
    assert.equal((await browser.call('GET /api/security')).status, 200)
    for (const ended of [before, other]) assert.equal((await ended.call('GET /api/security')).status, 401)
    assert.equal((await signIn(at.browser(), `ann@${accountId}`, generated)).problem.code, 'sign_in_refused')
    assert.equal((await signIn(at.browser(), `ann@${accountId}`, NEW_PASSWORD)).status, 200)
    assert.equal((await choose(PASSWORD)).problem.code, 'method_unavailable')
  }))

test('a generated password ends after 72 hours', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    await proveManaging(at, owner)
    const made = await owner.browser.call('POST /api/ram/users', {
      body: { name: 'ann', firstPassword: 'generated', mfaBindRequired: false },
    })
    const name = made.reply.user.signInName
    const generated = made.reply.generatedPassword ?? ''
    at.clock.advance(72 * HOUR - MINUTE)
    assert.equal((await signIn(at.browser(), name, generated)).status, 200)
    at.clock.advance(MINUTE)
    assert.equal((await signIn(at.browser(), name, generated)).problem.code, 'sign_in_refused')
  }))

test('the network rule holds for users, also between the two steps, and never for the owner', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const accountId = await accountOf(owner)
    const ann = await makeUser(at, accountId, 'ann')
    const settings = await at.world.read.settings.find(accountId)
    await at.world.atomically((stores) =>
      stores.settings.save(accountId, { ...settings, networks: ['192.0.2.0/24'] }, at.clock.now()),
    )
    const refused = await signIn(at.browser(), ann.signInName)
    assert.deepEqual([refused.status, refused.problem.code], [403, 'network_refused'])
    assert.equal(
      (await signIn(at.browser(), ann.signInName, 'wrong password 99')).problem.code,
      'sign_in_refused',
    )
    assert.equal((await signIn(at.browser(), owner.email)).status, 200)
  }))

test("a session lasts as long as the account's settings say", () =>
  on(async (at) => {
    const accountId = await accountOf(await registerOwner(at))
    const ann = await makeUser(at, accountId, 'ann')
    const settings = await at.world.read.settings.find(accountId)
    await at.world.atomically((stores) =>
      stores.settings.save(accountId, { ...settings, sessionHours: 1 }, at.clock.now()),
    )
    const browser = await signInUser(at, ann)
    at.clock.advance(30 * MINUTE)
    assert.equal((await browser.call('GET /api/security')).status, 200)
    at.clock.advance(30 * MINUTE)
    assert.equal((await browser.call('GET /api/security')).status, 401)
    assert.equal((await browser.call('GET /api/sign-in')).reply.state, 'signed_out')
  }))
