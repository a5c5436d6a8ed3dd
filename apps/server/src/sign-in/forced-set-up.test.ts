/** Who must have MFA and has none: nothing answers but the wizard, on every door of the contract. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EndpointKey, endpointOf, endpoints } from '@sallyport/contract'
import { DAY } from '../kernel/clock.ts'
import type { ChosenSettings } from '../settings/settings.ts'
import { bindDevice, PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, giveDevice, type Made, makeUser, signInUser } from '../testing/ram-people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const EMAIL = 'ann@example.org'
const PARAMS = { purpose: 'manage_users', id: 'prn_AAAAAAAAAAAAAAAA' }

/** A user and its account; the settings are enforced at once. */
async function on(
  chosen: Partial<ChosenSettings>,
  act: (at: TestServer, user: Made) => Promise<void>,
): Promise<void> {
  const at = await testServer()
  try {
    const accountId = await accountOf(await registerOwner(at))
    const user = await makeUser(at, accountId, 'ann', { email: EMAIL, role: 'ram_administrator' })
    await enforce(at, user, chosen)
    await act(at, user)
  } finally {
    await at.close()
  }
}

async function enforce(at: TestServer, { accountId }: Made, chosen: Partial<ChosenSettings>): Promise<void> {
  const settings = { ...(await at.world.read.settings.find(accountId)), ...chosen }
  await at.world.atomically((stores) => stores.settings.save(accountId, settings, at.clock.now()))
}

test('C5: while the set-up is owed every door but the wizard answers 403 mfa_setup_required', () =>
  on({ whoMust: 'everyone', graceDays: 0 }, async (at, user) => {
    const browser = await signInUser(at, user)
    const state = (await browser.call('GET /api/sign-in')).reply
    assert.equal(state.state === 'signed_in' && state.owes, 'mfa')
    const keys = Object.keys(endpoints) as EndpointKey[]
    const wizard: EndpointKey[] = []
    let closed = 0
    for (const key of keys) {
      const { access } = endpointOf(key)
      if (access === 'owing') wizard.push(key)
      if (access !== 'session') continue
      for (const body of [undefined, {}]) {
        const answer = await browser.call(key, {
          params: PARAMS,
          ...(body === undefined || key.startsWith('GET') ? {} : { body: body as never }),
        })
        assert.deepEqual([answer.status, answer.problem.code], [403, 'mfa_setup_required'], key)
      }
      closed += 1
    }
    assert.ok(closed > 30)
    assert.deepEqual(wizard.toSorted(), [
      'GET /api/verification/:purpose',
      'POST /api/mfa/binding',
      'POST /api/mfa/binding/confirm',
      'POST /api/ram/mfa/later',
      'POST /api/sign-in/new-password',
      'POST /api/sign-out',
      'POST /api/verification/:purpose/prove',
      'POST /api/verification/:purpose/send',
    ])
    for (const purpose of ['manage_users', 'change_email', 'change_password', 'manage_mfa']) {
      const params = { purpose }
      const looked = await browser.call('GET /api/verification/:purpose', { params })
      assert.equal(looked.problem.code, 'mfa_setup_required', purpose)
      const sent = await browser.call('POST /api/verification/:purpose/send', {
        params,
        body: { method: 'email' },
      })
      assert.equal(sent.problem.code, 'mfa_setup_required', purpose)
      const proven = await browser.call('POST /api/verification/:purpose/prove', {
        params,
        body: { method: 'email', code: '123456' },
      })
      assert.equal(proven.problem.code, 'mfa_setup_required', purpose)
    }
    assert.equal((await browser.call('POST /api/ram/mfa/later')).problem.code, 'mfa_setup_required')
    const chosen = await browser.call('POST /api/sign-in/new-password', { body: { newPassword: PASSWORD } })
    assert.equal(chosen.problem.code, 'method_unavailable')
    assert.equal((await browser.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
  }))

test('the wizard ends it, and marks as verified the address that an administrator entered', () =>
  on({ whoMust: 'everyone', graceDays: 0 }, async (at, user) => {
    const browser = await signInUser(at, user)
    assert.equal((await at.world.read.users.find(user))?.emailVerifiedAt, undefined)
    const bound = await bindDevice(at, { email: EMAIL, browser })
    assert.ok((await at.world.read.users.find(user))?.emailVerifiedAt)
    const overview = await browser.call('GET /api/security')
    assert.equal(overview.reply.level, 'aal2')
    assert.equal(overview.reply.signInName, user.signInName)
    const again = at.browser()
    const body = { accountName: user.signInName, password: PASSWORD }
    assert.equal((await again.call('POST /api/sign-in', { body })).reply.state, 'second_step')
    const proved = await again.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: bound.code() },
    })
    assert.deepEqual([proved.reply.level, proved.reply.owes], ['aal2', 'nothing'])
    const removed = await again.call('DELETE /api/mfa/devices/:id', { params: { id: bound.deviceId } })
    assert.deepEqual([removed.status, removed.problem.code], [409, 'last_factor_required'])
  }))

test('what an unusual sign-in opened may not take the last device away, a usual one may', () =>
  on({ whoMust: 'unusual' }, async (at, user) => {
    const bound = await bindDevice(at, { email: EMAIL, browser: await signInUser(at, user) })
    const browser = at.browser()
    const remove = async () => {
      const body = { accountName: user.signInName, password: PASSWORD }
      await browser.call('POST /api/sign-in', { body })
      const proved = await browser.call('POST /api/sign-in/prove', {
        body: { method: 'virtual_mfa', code: bound.code() },
      })
      assert.equal(proved.status, 200, proved.text)
      return browser.call('DELETE /api/mfa/devices/:id', { params: { id: bound.deviceId } })
    }
    at.clock.advance(30 * DAY)
    assert.equal((await remove()).problem.code, 'last_factor_required')
    at.clock.advance(60_000)
    assert.equal((await remove()).status, 200)
  }))

test('an address that an administrator entered proves nothing but the first binding', () =>
  on({}, async (at, user) => {
    const browser = await signInUser(at, user)
    const methods = async (purpose: string) => {
      const { reply } = await browser.call('GET /api/verification/:purpose', { params: { purpose } })
      return reply.methods.map(({ method }) => method)
    }
    assert.deepEqual(await methods('manage_users'), [])
    assert.deepEqual(await methods('change_email'), [])
    assert.deepEqual(await methods('bind_mfa'), ['email'])
    const phone = await browser.call('POST /api/phone', { body: { phoneNumber: '+4915112345678' } })
    assert.equal(
      phone.problem.code,
      'step_up_needed',
      'no minutes of less follow for who was made by another',
    )
  }))

test('until the grace date it may be put off, for that session alone, and not a moment longer', () =>
  on({ whoMust: 'everyone', graceDays: 7 }, async (at, user) => {
    const browser = await signInUser(at, user)
    const state = (await browser.call('GET /api/sign-in')).reply
    assert.ok(state.state === 'signed_in' && state.mfaGraceUntil !== null)
    assert.equal(Date.parse(state.mfaGraceUntil), at.clock.now() + 7 * DAY)
    assert.equal((await browser.call('GET /api/security')).problem.code, 'mfa_setup_required')
    assert.equal((await browser.call('POST /api/ram/mfa/later')).status, 200)
    assert.equal((await browser.call('GET /api/security')).status, 200)
    const waiting = (await browser.call('GET /api/sign-in')).reply
    assert.ok(waiting.state === 'signed_in' && waiting.owes === 'nothing')
    assert.equal(waiting.mfaGraceUntil, state.mfaGraceUntil, 'the date is told until a device is bound')
    const other = await signInUser(at, user)
    assert.equal((await other.call('GET /api/security')).problem.code, 'mfa_setup_required')
    at.clock.advance(7 * DAY - 60_000)
    const last = await signInUser(at, user)
    assert.equal((await last.call('POST /api/ram/mfa/later')).status, 200)
    assert.equal((await last.call('GET /api/security')).status, 200)
    at.clock.advance(60_000)
    assert.equal((await last.call('GET /api/security')).problem.code, 'mfa_setup_required')
    assert.equal((await last.call('POST /api/ram/mfa/later')).problem.code, 'mfa_setup_required')
  }))

test('no date is told to whoever has bound a device', () =>
  on({ whoMust: 'everyone', graceDays: 7 }, async (at, user) => {
    const browser = await signInUser(at, user)
    await giveDevice(at, user)
    const { reply } = await browser.call('GET /api/sign-in')
    assert.ok(reply.state === 'signed_in')
    assert.deepEqual([reply.owes, reply.mfaGraceUntil], ['nothing', null])
  }))

test('what is enforced holds for a session that is open already', () =>
  on({}, async (at, user) => {
    const browser = await signInUser(at, user)
    assert.equal((await browser.call('GET /api/security')).status, 200)
    await enforce(at, user, { whoMust: 'everyone', graceDays: 0 })
    assert.equal((await browser.call('GET /api/security')).problem.code, 'mfa_setup_required')
  }))

test('only on unusual sign-ins: one that left the set-up undone is not usual the next time, one from the usual place is', () =>
  on({ whoMust: 'unusual' }, async (at, user) => {
    const { world, clock } = at
    const usuallyFrom = (address: string) =>
      world.atomically((stores) => stores.usualSignIns.put(user, { at: clock.now(), address }))
    const browser = at.browser()
    const owes = async (from = browser) => {
      const { reply } = await (await signInUser(at, user, from)).call('GET /api/sign-in')
      return reply.state === 'signed_in' && reply.owes
    }
    assert.equal(await owes(), 'mfa')
    assert.equal(await owes(), 'mfa')
    assert.ok(![...browser.cookies.keys()].some((name) => name.startsWith('device')))
    await usuallyFrom('127.0.0.1')
    await enforce(at, user, { whoMust: 'nobody', graceDays: 0 })
    assert.equal(await owes(), 'nothing')
    await enforce(at, user, { whoMust: 'unusual', graceDays: 0 })
    assert.equal(await owes(), 'nothing')
    assert.equal(await owes(at.browser()), 'mfa')
    clock.advance(30 * DAY)
    assert.equal(await owes(), 'mfa')
    assert.equal(await owes(), 'mfa')
    await usuallyFrom('198.51.100.7')
    assert.equal(await owes(), 'mfa')
    assert.equal(await owes(), 'mfa')
    const events = await world.read.audit.listChain(user.accountId, { after: 0, limit: 100 })
    assert.deepEqual(
      events.filter(({ action }) => action === 'sign_in.succeeded').map(({ details }) => details['unusual']),
      [
        'first_sign_in',
        'first_sign_in',
        'new_browser',
        undefined,
        'new_browser',
        'long_absence',
        'long_absence',
        'new_network',
        'new_network',
      ],
    )
  }))
