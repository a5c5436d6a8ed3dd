/** The lost phone: an administrator's reset, and the code that stands in for the second factor once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { bindDevice, PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, type Made, makeUser, proveManaging, signInUser } from '../testing/ram-people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const EMAIL = 'ann@example.org'

type Desk = { at: TestServer; owner: TestBrowser; user: Made; recoveryCodes: readonly string[] }

/** An owner whose step-up is fresh, and a user with a device that is lost. */
async function on(act: (desk: Desk) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann', { email: EMAIL })
    const { recoveryCodes } = await bindDevice(at, { email: EMAIL, browser: await signInUser(at, user) })
    await proveManaging(at, owner)
    await act({ at, owner: owner.browser, user, recoveryCodes })
  } finally {
    await at.close()
  }
}

async function pendingOf({ at, user }: Desk): Promise<TestBrowser> {
  const browser = at.browser()
  const body = { accountName: user.signInName, password: PASSWORD }
  assert.equal((await browser.call('POST /api/sign-in', { body })).reply.state, 'second_step')
  return browser
}

async function makeCode({ owner, user }: Desk, hours = 1): Promise<string> {
  const made = await owner.call('POST /api/ram/users/:id/bypass-code', {
    params: { id: user.principalId },
    body: { reason: 'phone left on the train', hours },
  })
  assert.equal(made.status, 200, made.text)
  assert.match(made.reply.code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  return made.reply.code
}

function bypass(browser: TestBrowser, code: string) {
  return browser.call('POST /api/sign-in/prove', { body: { method: 'bypass_code', code } })
}

async function methodsOf(browser: TestBrowser): Promise<readonly string[]> {
  const { reply } = await browser.call('GET /api/sign-in')
  return reply.state === 'second_step' ? reply.methods : []
}

async function trailOf({ at, user }: Desk, action: string) {
  const events = await at.world.read.audit.listChain(user.accountId, { after: 0, limit: 200 })
  return events.filter((event) => event.action === action)
}

test('a bypass code stands in once, opens the wizard alone and makes no browser known', () =>
  on(async (desk) => {
    const { at } = desk
    assert.deepEqual(await methodsOf(await pendingOf(desk)), ['virtual_mfa', 'recovery_code'])
    const code = await makeCode(desk)
    const browser = await pendingOf(desk)
    assert.deepEqual(await methodsOf(browser), ['virtual_mfa', 'recovery_code', 'bypass_code'])
    const proved = await bypass(browser, ` ${code.toLowerCase().replaceAll('-', '')} `)
    assert.equal(proved.status, 200, proved.text)
    assert.deepEqual(
      [proved.reply.level, proved.reply.owes, proved.reply.mfaGraceUntil],
      ['aal1', 'mfa', null],
    )
    assert.equal(
      [...browser.cookies.keys()].some((name) => name.startsWith('dev')),
      false,
    )
    assert.equal((await browser.call('GET /api/security')).problem.code, 'mfa_setup_required')
    assert.equal((await browser.call('POST /api/ram/mfa/later')).problem.code, 'mfa_setup_required')
    const again = await pendingOf(desk)
    assert.equal((await bypass(again, code)).problem.code, 'code_wrong')

    const until = at.clock.now() + HOUR
    at.clock.advance(20 * MINUTE)
    const { reply } = await browser.call('GET /api/verification/:purpose', {
      params: { purpose: 'bind_mfa' },
    })
    assert.deepEqual([reply.needed, reply.verifiedUntil], [false, new Date(until).toISOString()])
    await bindDevice(at, { email: EMAIL, browser }, 'New phone')
    assert.equal((await browser.call('GET /api/security')).reply.level, 'aal2')
    const [used] = await trailOf(desk, 'sign_in.bypassed')
    assert.deepEqual(used?.factors, ['knowledge'])
  }))

test('the trail names who made it and why, the user is told, and nobody is told the code', () =>
  on(async (desk) => {
    const code = await makeCode(desk)
    const [made] = await trailOf(desk, 'user.bypass_code_made')
    assert.equal(made?.subject, desk.user.principalId)
    assert.notEqual(made?.actor, made?.subject)
    assert.deepEqual(made?.details, { reason: 'phone left on the train', hours: 1 })
    const texts = await desk.at.sentTexts(EMAIL)
    assert.ok(texts.some((text) => text.includes('bypass code made')))
    assert.equal(
      texts.some((text) => text.includes(code)),
      false,
    )
    assert.equal(desk.at.logged().includes(code), false)
  }))

test('five wrong tries end the code, over all attempts', () =>
  on(async (desk) => {
    const code = await makeCode(desk)
    for (let tries = 0; tries < 5; tries += 1)
      assert.equal((await bypass(await pendingOf(desk), '0000-0000-0000')).problem.code, 'code_wrong')
    const browser = await pendingOf(desk)
    assert.equal((await methodsOf(browser)).includes('bypass_code'), false)
    assert.equal((await bypass(browser, code)).problem.code, 'code_wrong')
    assert.equal((await bypass(browser, '123456')).problem.code, 'code_malformed')
  }))

test('it ends with its hours, with a newer one, and is nothing for another user', () =>
  on(async (desk) => {
    const { at, user } = desk
    const first = await makeCode(desk)
    const second = await makeCode(desk, 2)
    assert.equal((await bypass(await pendingOf(desk), first)).problem.code, 'code_wrong')
    const other = await makeUser(at, user.accountId, 'bob', { email: 'bob@example.org' })
    await bindDevice(at, { email: 'bob@example.org', browser: await signInUser(at, other) })
    assert.equal((await bypass(await pendingOf({ ...desk, user: other }), second)).problem.code, 'code_wrong')
    at.clock.advance(2 * HOUR)
    assert.equal((await bypass(await pendingOf(desk), second)).problem.code, 'code_wrong')
  }))

test('B6: of a code that is typed in two browsers at once one is let in', () =>
  on(async (desk) => {
    const code = await makeCode(desk)
    const browsers = await Promise.all([pendingOf(desk), pendingOf(desk)])
    const answers = await Promise.all(browsers.map((browser) => bypass(browser, code)))
    assert.deepEqual(answers.filter(({ status }) => status === 200).length, 1)
  }))

test('who has no second factor has nothing that a code could stand in for', () =>
  on(async ({ at, owner, user }) => {
    const bare = await makeUser(at, user.accountId, 'bare')
    const answer = await owner.call('POST /api/ram/users/:id/bypass-code', {
      params: { id: bare.principalId },
      body: { reason: 'none', hours: 1 },
    })
    assert.equal(answer.problem.code, 'method_unavailable')
  }))

test('I8: a reset takes every factor, ends sessions, and sets MFA up anew at the next sign-in', () =>
  on(async (desk) => {
    const { at, owner, user, recoveryCodes } = desk
    const held = await pendingOf(desk)
    await held.call('POST /api/sign-in/prove', {
      body: { method: 'recovery_code', code: recoveryCodes[0] ?? '' },
    })
    assert.equal((await held.call('GET /api/security')).status, 200)
    const pending = await pendingOf(desk)
    at.clock.advance(SECOND)
    const reset = await owner.call('POST /api/ram/users/:id/reset-mfa', { params: { id: user.principalId } })
    assert.equal(reset.status, 200, reset.text)
    assert.deepEqual([reset.reply.devices, reset.reply.mfaObliged, reset.reply.graceUntil], [0, true, null])
    assert.equal((await held.call('GET /api/security')).status, 401)
    assert.equal((await pending.call('GET /api/sign-in')).reply.state, 'signed_out')
    const browser = await signInUser(at, user)
    assert.equal((await browser.call('GET /api/security')).problem.code, 'mfa_setup_required')
    assert.equal((await browser.call('POST /api/ram/mfa/later')).problem.code, 'mfa_setup_required')
    const [event] = await trailOf(desk, 'user.mfa_reset')
    assert.equal(event?.subject, user.principalId)
    assert.notEqual(event?.actor, user.principalId)
    const told = await at.sentTexts(EMAIL)
    assert.ok(told.some((text) => text.includes('An administrator of your account reset your MFA')))
    at.clock.advance(MINUTE)
    await bindDevice(at, { email: EMAIL, browser })
    assert.equal((await browser.call('GET /api/security')).reply.recoveryCodes.left, 10)
  }))

test('helpdesk resets ordinary users and nobody above', () =>
  on(async ({ at, user }) => {
    const help = await makeUser(at, user.accountId, 'help', { role: 'helpdesk', email: 'help@example.org' })
    const { browser } = await bindDevice(at, {
      email: 'help@example.org',
      browser: await signInUser(at, help),
    })
    const admin = await makeUser(at, user.accountId, 'admin', { role: 'ram_administrator' })
    const other = await makeUser(at, user.accountId, 'other', { role: 'helpdesk' })
    const reset = async (id: string) =>
      (await browser.call('POST /api/ram/users/:id/reset-mfa', { params: { id } })).status
    assert.equal(await reset(user.principalId), 200)
    for (const above of [admin, other, help]) assert.equal(await reset(above.principalId), 403)
  }))
