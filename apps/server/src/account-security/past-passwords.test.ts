/** Earlier passwords that an account does not let come back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EndpointKey } from '@sallyport/contract'
import { HOUR, MINUTE } from '../kernel/clock.ts'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, type Made, makeUser, proveManaging, signInUser } from '../testing/ram-people.ts'
import type { Answer, TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const WORDS = [
  'quiet copper meadow 28',
  'seven grey boats cross 4',
  'winter orchard kettle 9',
  'old tram by the lake 3',
]
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = WORDS

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

async function remember(at: TestServer, { accountId }: Made, passwordHistory: number): Promise<void> {
  const before = await at.world.read.settings.find(accountId)
  await at.world.atomically((stores) =>
    stores.settings.save(accountId, { ...before, passwordHistory }, at.clock.now()),
  )
}

/** The refusal's code, or nothing where the password was changed. */
async function change(at: TestServer, browser: TestBrowser, currentPassword: string, newPassword: string) {
  at.clock.advance(MINUTE)
  const answer = await browser.call('POST /api/password', { body: { currentPassword, newPassword } })
  return answer.status === 200 ? undefined : answer.problem.code
}

test('a user has none of the last two passwords again, and the third before is free', () =>
  on(async (at) => {
    const user = await makeUser(at, await accountOf(await registerOwner(at)), 'ann')
    await remember(at, user, 2)
    const browser = await signInUser(at, user)
    assert.equal(await change(at, browser, PASSWORD, FIRST), undefined)
    assert.equal(await change(at, browser, FIRST, PASSWORD), 'password_reused')
    assert.equal(await change(at, browser, FIRST, SECOND), undefined)
    assert.equal(await change(at, browser, SECOND, PASSWORD), 'password_reused')
    assert.equal(await change(at, browser, SECOND, FIRST), 'password_reused')
    assert.equal(await change(at, browser, SECOND, THIRD), undefined)
    assert.equal(await change(at, browser, THIRD, PASSWORD), undefined)
    assert.equal((await at.world.read.passwords.listPast(user, 100)).length, 2)
  }))

test('without the setting nothing is kept, and what was kept goes with the next change', () =>
  on(async (at) => {
    const user = await makeUser(at, await accountOf(await registerOwner(at)), 'ann')
    const browser = await signInUser(at, user)
    assert.equal(await change(at, browser, PASSWORD, FIRST), undefined)
    assert.equal(await change(at, browser, FIRST, PASSWORD), undefined)
    await remember(at, user, 24)
    assert.equal(await change(at, browser, PASSWORD, SECOND), undefined)
    await remember(at, user, 0)
    assert.equal((await at.world.read.passwords.listPast(user, 100)).length, 1)
    assert.equal(await change(at, browser, SECOND, PASSWORD), undefined)
    assert.deepEqual(await at.world.read.passwords.listPast(user, 100), [])
  }))

test('a generated password leads to a new one: the one before it stays refused, and it is not kept itself', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann')
    await remember(at, user, 3)
    await proveManaging(at, owner)
    const params = { id: user.principalId }
    const made = await owner.browser.call('POST /api/ram/users/:id/first-password', {
      params,
      body: { firstPassword: 'generated' },
    })
    const generated = made.reply.generatedPassword ?? ''
    const browser = at.browser()
    const body = { accountName: user.signInName, password: generated }
    assert.equal((await browser.call('POST /api/sign-in', { body })).status, 200)
    const choose = (newPassword: string) =>
      browser.call('POST /api/sign-in/new-password', { body: { newPassword } })
    const refused = await choose(PASSWORD)
    assert.deepEqual([refused.problem.code, refused.problem.field], ['password_reused', 'newPassword'])
    assert.equal((await choose(FOURTH)).status, 200)
    assert.equal((await at.world.read.passwords.listPast(user, 100)).length, 1)
  }))

test('the database holds no earlier password but sealed', () =>
  on(async (at) => {
    const user = await makeUser(at, await accountOf(await registerOwner(at)), 'ann')
    await remember(at, user, 2)
    assert.equal(await change(at, await signInUser(at, user), PASSWORD, FIRST), undefined)
    const [past] = await at.world.read.passwords.listPast(user, 1)
    assert.ok(past)
    assert.doesNotMatch(past.sealed, /argon2/)
  }))

test('an owner may come back to an earlier password', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann')
    await remember(at, user, 24)
    assert.equal(await change(at, owner.browser, PASSWORD, FIRST), undefined)
    assert.equal(await change(at, owner.browser, FIRST, PASSWORD), undefined)
  }))

test("the link It wasn't me brings no earlier password back either", () =>
  on(async (at) => {
    const email = 'ann@example.com'
    const user = await makeUser(at, await accountOf(await registerOwner(at)), 'ann', { email })
    await at.world.atomically((stores) => stores.users.verifyEmail(user, email, at.clock.now()))
    await remember(at, user, 3)
    assert.equal(await change(at, await signInUser(at, user), PASSWORD, FIRST), undefined)
    at.clock.advance(MINUTE)
    const body = { accountName: user.signInName, password: FIRST }
    assert.equal((await at.browser().call('POST /api/sign-in', { body })).status, 200)
    const token = (await at.sentTexts(email))
      .map((text) => /\/not-me#token=(\S+)/.exec(text)?.[1])
      .find(Boolean)
    assert.ok(token)
    await at.browser().call('POST /api/not-me/end-access', { body: { token } })
    const choose = (newPassword: string) =>
      at.browser().call('POST /api/not-me/new-password', { body: { token, newPassword, oldPassword: FIRST } })
    assert.equal((await choose(PASSWORD)).problem.code, 'password_reused')
    assert.equal((await choose(SECOND)).status, 200)
    assert.equal((await at.world.read.passwords.listPast(user, 100)).length, 2)
  }))

test('J4: a password that may not come back is compared ten times in an hour, whichever door it is tried at', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann', { email: 'ann@example.org' })
    await remember(at, user, 3)
    const params = { id: user.principalId }
    const renew = async (firstPassword: 'invitation' | 'generated') => {
      await proveManaging(at, owner)
      const body = { firstPassword }
      const made = await owner.browser.call('POST /api/ram/users/:id/first-password', { params, body })
      assert.equal(made.status, 200, made.text)
      return made.reply.generatedPassword ?? ''
    }
    const tenThen = async (attempt: (newPassword: string) => Promise<Answer<EndpointKey>>, wait: string) => {
      const codes: string[] = []
      for (let times = 0; times < 11; times += 1) codes.push((await attempt(PASSWORD)).problem.code)
      assert.deepEqual(codes, [...Array<string>(10).fill('password_reused'), wait])
      assert.equal((await attempt(FOURTH)).problem.code, wait)
      at.clock.advance(HOUR)
    }

    const entering = at.browser()
    const body = { accountName: user.signInName, password: await renew('generated') }
    assert.equal((await entering.call('POST /api/sign-in', { body })).status, 200)
    await tenThen(
      (newPassword) => entering.call('POST /api/sign-in/new-password', { body: { newPassword } }),
      'too_often',
    )
    assert.equal((await entering.call('POST /api/sign-in', { body })).status, 200)
    const chosen = await entering.call('POST /api/sign-in/new-password', { body: { newPassword: FIRST } })
    assert.equal(chosen.status, 200, chosen.text)

    await tenThen(
      (newPassword) => entering.call('POST /api/password', { body: { currentPassword: FIRST, newPassword } }),
      'password_wait',
    )

    const back = { accountName: owner.email, password: PASSWORD }
    assert.equal((await owner.browser.call('POST /api/sign-in', { body: back })).status, 200)
    await renew('invitation')
    const [mail = ''] = await at.sentTexts('ann@example.org')
    const token = /#token=([\w-]+)/.exec(mail)?.[1] ?? ''
    const accept = (newPassword: string) =>
      at.browser().call('POST /api/invitation/accept', { body: { token, newPassword } })
    await tenThen(accept, 'too_often')
    assert.equal((await accept(SECOND)).status, 200)
  }))
