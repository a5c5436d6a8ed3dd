/** Who may call what: every door of the contract tried by whom it is closed to, and with bodies that claim too much. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EndpointKey, endpointOf, endpoints } from '@sallyport/contract'
import { bindDevice, givePassword, registerOwner } from './testing/people.ts'
import type { TestBrowser } from './testing/test-browser.ts'
import { type TestServer, testServer } from './testing/test-server.ts'

const KEYS = Object.keys(endpoints) as EndpointKey[]
/** Whose doors stand, for they come one after another. */
const GUARDED = KEYS.filter((key) => ['session', 'owing'].includes(endpointOf(key).access))
const PARAMS = { purpose: 'bind_mfa', id: 'ses_AAAAAAAAAAAAAAAA' }

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

/** A call whose body the contract may not allow. */
function send(browser: TestBrowser, key: EndpointKey, body?: unknown, query?: Record<string, string>) {
  return browser.call(key, {
    params: PARAMS,
    ...(body === undefined ? {} : { body: body as never }),
    ...(query === undefined ? {} : { query }),
  })
}

test('I1: without a session the answer is 401 before the body is looked at', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const { accountId } = (await browser.call('GET /api/security')).reply
    for (const key of GUARDED) {
      for (const body of [{ userId: accountId, accountId }, [], 'x'.repeat(100_000)]) {
        const answer = await send(at.browser(), key, key.startsWith('GET') ? undefined : body)
        assert.deepEqual([answer.status, answer.problem.code], [401, 'sign_in_needed'], key)
      }
    }
  }))

test("C3: with an attempt's cookie only the public doors answer", () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const pending = await givePassword(at, owner.email)
    const value = [...pending.cookies].find(([name]) => name.startsWith('pend'))?.[1] ?? ''
    const renamed = at.browser()
    const sid = [...owner.browser.cookies.keys()].find((name) => name.startsWith('sid')) ?? ''
    renamed.cookies.set(sid, value)
    for (const key of GUARDED) {
      const answer = await send(pending, key)
      assert.deepEqual([answer.status, answer.problem.code], [401, 'second_step_needed'], key)
      assert.equal((await send(renamed, key)).problem.code, 'sign_in_needed', key)
    }
    assert.equal((await pending.call('GET /api/sign-in')).reply.state, 'second_step')
    const own = await owner.browser.call('GET /api/security')
    assert.equal(own.reply.virtualMfa.devices.length, 1)
  }))

test('C3: what is guarded is every door but the few that must stand open', () => {
  assert.deepEqual(KEYS.filter((key) => !GUARDED.includes(key)).toSorted(), [
    'GET /api/outbox',
    'GET /api/sign-in',
    'GET /api/site',
    'POST /api/invitation',
    'POST /api/invitation/accept',
    'POST /api/not-me',
    'POST /api/not-me/end-access',
    'POST /api/not-me/new-password',
    'POST /api/register',
    'POST /api/register/resend',
    'POST /api/register/verify',
    'POST /api/sign-in',
    'POST /api/sign-in/cancel',
    'POST /api/sign-in/prove',
  ])
})

test('D12: while an attempt is pending no factor can be set up', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const pending = await givePassword(at, owner.email)
    for (const [key, body] of [
      ['POST /api/mfa/binding', undefined],
      ['POST /api/recovery-codes', undefined],
      ['POST /api/phone', { phoneNumber: '+4915112345678' }],
      ['POST /api/email', { email: 'thief@example.com' }],
      ['POST /api/verification/:purpose/send', { method: 'email' }],
    ] as const) {
      assert.equal((await send(pending, key, body)).problem.code, 'second_step_needed', key)
    }
  }))

test('C6: whatever stands in place of a code or a password, nobody is signed in', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const pending = await givePassword(at, owner.email)
    const codes = [
      null,
      true,
      0,
      123_456,
      [],
      {},
      '',
      [owner.code()],
      { code: owner.code() },
      { $ne: '' },
      `${owner.code()}\u0000`,
    ]
    for (const code of codes) {
      for (const method of ['virtual_mfa', 'recovery_code', 'email', null, ['virtual_mfa']]) {
        const answer = await send(pending, 'POST /api/sign-in/prove', { method, code })
        assert.ok(answer.status === 400 || answer.status === 422, `${answer.status} ${answer.text}`)
      }
    }
    for (const password of [null, true, 1, [], {}, '']) {
      const answer = await send(at.browser(), 'POST /api/sign-in', { accountName: owner.email, password })
      assert.equal(answer.status, 400)
    }
    assert.equal((await pending.call('GET /api/security')).status, 401)
    const reply = (await pending.call('GET /api/sign-in')).reply
    assert.equal(reply.state === 'second_step' && reply.triesLeft, 5)
  }))

test('C7, C8: an empty body, or one that claims the step is done, completes no step', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const pending = await givePassword(at, owner.email)
    const claims = [
      {},
      { done: true },
      { verified: true, ok: true, state: 'done' },
      { method: 'virtual_mfa', verified: true },
      { method: 'virtual_mfa', code: owner.code(), level: 'aal2' },
      { method: 'email' },
    ]
    for (const claim of claims) {
      assert.equal((await send(pending, 'POST /api/sign-in/prove', claim)).status, 400)
      assert.equal((await pending.call('GET /api/sign-in')).reply.state, 'second_step')
    }
    const fresh = await registerOwner(at, 'fresh@example.com')
    await fresh.browser.call('POST /api/mfa/binding')
    for (const key of KEYS.filter((key) => endpointOf(key).body !== undefined)) {
      // Where nothing must be said, saying nothing claims nothing.
      const nothing = key.startsWith('PATCH /api/ram/users') ? [] : [{}]
      for (const claim of [...nothing, { done: true }, { verified: true, needed: false }]) {
        const answer = await send(fresh.browser, key, claim)
        assert.deepEqual([answer.status, answer.problem.code], [400, 'invalid_request'], key)
      }
      assert.equal((await send(fresh.browser, key)).status, 400, `${key} without a body`)
    }
    const status = await fresh.browser.call('GET /api/verification/:purpose', {
      params: { purpose: 'bind_mfa' },
    })
    assert.equal(status.reply.needed, true)
    assert.equal((await fresh.browser.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
  }))

/** What a person's account looks like, without what passes with time. */
async function lookOf(browser: TestBrowser) {
  const { reply } = await browser.call('GET /api/security')
  return JSON.stringify([
    reply.signInName,
    reply.email,
    reply.phone,
    reply.virtualMfa,
    reply.recoveryCodes,
    reply.sessions.length,
  ])
}

test('D2: the subject comes from the session alone', () =>
  on(async (at) => {
    const victim = await bindDevice(at, await registerOwner(at, 'victim@example.com'))
    const { accountId } = (await victim.browser.call('GET /api/security')).reply
    const thief = await bindDevice(at, await registerOwner(at, 'thief@example.com'))
    const before = await lookOf(victim.browser)
    const ids = { userId: accountId, user_id: accountId, accountId, principalId: accountId, sub: accountId }
    const told = at.browser({
      'x-user-id': accountId,
      'x-account-id': accountId,
      'x-forwarded-user': accountId,
    })
    for (const [name, value] of thief.browser.cookies) told.cookies.set(name, value)
    assert.equal((await told.call('GET /api/security')).reply.signInName, 'thief@example.com')
    for (const key of GUARDED.filter((key) => key !== 'POST /api/sign-out')) {
      const answer = await send(told, key, key.startsWith('GET') ? undefined : ids, ids)
      assert.equal(answer.text.includes(accountId), false, key)
      if (endpointOf(key).body !== undefined) assert.equal(answer.problem.code, 'invalid_request', key)
      for (const [name, value] of told.cookies) thief.browser.cookies.set(name, value)
    }
    assert.equal(await lookOf(victim.browser), before)
  }))

test("I3: another account's device and session are not there", () =>
  on(async (at) => {
    const victim = await bindDevice(at, await registerOwner(at, 'victim@example.com'))
    const sessionId = (await victim.browser.call('GET /api/sessions')).reply[0]?.id ?? ''
    const thief = await bindDevice(at, await registerOwner(at, 'thief@example.com'))
    const device = { id: victim.deviceId }
    const removed = await thief.browser.call('DELETE /api/mfa/devices/:id', { params: device })
    assert.deepEqual([removed.status, removed.problem.code], [404, 'device_not_found'])
    const renamed = await thief.browser.call('PATCH /api/mfa/devices/:id', {
      params: device,
      body: { name: 'mine' },
    })
    assert.equal(renamed.problem.code, 'device_not_found')
    const ended = await thief.browser.call('DELETE /api/sessions/:id', { params: { id: sessionId } })
    assert.deepEqual([ended.status, ended.problem.code], [404, 'session_not_found'])
    const own = await victim.browser.call('GET /api/security')
    assert.equal(own.reply.virtualMfa.devices[0]?.name, 'Phone')
  }))

test('D10: nobody can say of themselves that an address is verified', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const flags = [
      { email: 'new@example.com', verified: true },
      { email: 'new@example.com', emailVerified: true },
      { email: 'new@example.com', email_verified_at: 1 },
      { email: { address: 'new@example.com', verified: true } },
    ]
    for (const body of flags) assert.equal((await send(browser, 'POST /api/email', body)).status, 400)
    const phone = { phoneNumber: '+4915112345678', phoneVerified: true }
    assert.equal((await send(browser, 'POST /api/phone', phone)).status, 400)
    const begun = await browser.call('POST /api/phone', { body: { phoneNumber: '+4915112345678' } })
    assert.equal(begun.status, 200, begun.text)
    const { email, phone: kept } = (await browser.call('GET /api/security')).reply
    assert.deepEqual(email, { allowed: true, address: 'owner@example.com', verified: true })
    assert.equal(kept.verifiedAt, null)
  }))

test('F6, C16: what another site sends changes nothing, nor does a GET', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    for (const site of ['cross-site', 'same-site', 'none']) {
      const foreign = at.browser({ 'sec-fetch-site': site })
      for (const [name, value] of browser.cookies) foreign.cookies.set(name, value)
      for (const key of KEYS.filter((key) => !key.startsWith('GET'))) {
        const answer = await send(foreign, key, {})
        assert.deepEqual([answer.status, answer.problem.code], [403, 'foreign_origin'], key)
      }
    }
    for (const key of KEYS.filter((key) => key.startsWith('POST'))) {
      const path = key.slice(5).replace(':purpose', 'change_password')
      if (KEYS.includes(`GET ${path}` as EndpointKey)) continue
      const answer = await at.server.inject({
        url: path,
        headers: {
          host: at.world.origin.host,
          cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
        },
      })
      assert.equal(answer.statusCode, 404, path)
    }
    assert.equal((await browser.call('GET /api/security')).status, 200)
  }))
