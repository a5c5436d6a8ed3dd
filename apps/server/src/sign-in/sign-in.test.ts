/** Signing in through the front door: two steps, and every way in which one of them could be skipped. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { bindDevice, givePassword, PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

test('a password alone signs in while no second factor is bound', () =>
  on(async (at) => {
    const { email } = await registerOwner(at)
    const browser = at.browser()
    const begun = await browser.call('POST /api/sign-in', {
      body: { accountName: email, password: PASSWORD },
    })
    assert.equal(begun.reply.state, 'signed_in')
    assert.equal((await browser.call('GET /api/security')).reply.level, 'aal1')
  }))

test('with a device bound it takes password and code', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const browser = await givePassword(at, owner.email)
    assert.equal((await browser.call('GET /api/sign-in')).reply.state, 'second_step')
    const proved = await browser.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.code() },
    })
    assert.equal(proved.reply.state, 'signed_in', proved.text)
    assert.equal(proved.reply.level, 'aal2')
    assert.equal((await browser.call('GET /api/security')).reply.level, 'aal2')
  }))

test('B1: a code signs in once, and an older one not after a newer', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const older = owner.code()
    at.clock.advance(30 * SECOND)
    const first = await givePassword(at, owner.email)
    const code = owner.code()
    assert.equal(
      (await first.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })).status,
      200,
    )
    const second = await givePassword(at, owner.email)
    const again = await second.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })
    assert.equal(again.problem.code, 'code_spent')
    const late = await second.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: older },
    })
    assert.equal(late.problem.code, 'code_spent')
    assert.equal((await second.call('GET /api/security')).status, 401)
  }))

test('B2: of twenty sign-ins at once with one code exactly one gets a session', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const browsers = []
    for (let index = 0; index < 5; index += 1) browsers.push(await givePassword(at, owner.email))
    const code = owner.code()
    const tries = browsers.flatMap((browser) => [browser, browser.copy(), browser.copy(), browser.copy()])
    const answers = await Promise.all(
      tries.map((browser) =>
        browser.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } }),
      ),
    )
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1)
  }))

test('B11: the codes of a binding do not sign in', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    at.clock.advance(-60 * SECOND)
    const browser = await givePassword(at, owner.email)
    for (const code of [owner.code(0), owner.code(1)]) {
      const answer = await browser.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })
      assert.equal(answer.problem.code, 'code_spent')
    }
  }))

test('C2: nothing that the first step gives opens a guarded door, under any cookie name', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const sid = [...owner.browser.cookies.keys()].find((name) => name.startsWith('sid'))
    assert.ok(sid)
    const browser = await givePassword(at, owner.email)
    assert.equal((await browser.call('GET /api/security')).problem.code, 'second_step_needed')
    for (const value of [...browser.cookies.values()]) browser.cookies.set(sid, value)
    assert.equal((await browser.call('GET /api/security')).status, 401)
  }))

test('C17: a sign-in that was begun with the old password does not finish after the password changed', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const pending = await givePassword(at, owner.email)
    const body = { currentPassword: PASSWORD, newPassword: 'quiet copper meadow 28' }
    const changed = await owner.browser.call('POST /api/password', { body })
    assert.equal(changed.status, 200, changed.text)
    const proved = await pending.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.code() },
    })
    assert.equal(proved.status, 401)
  }))

test('B8: an attempt that has expired signs nobody in', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const browser = await givePassword(at, owner.email)
    at.clock.advance(10 * MINUTE)
    const proved = await browser.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.code() },
    })
    assert.equal(proved.problem.code, 'attempt_expired')
  }))

test('five wrong codes kill the attempt for right and wrong codes alike', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const browser = await givePassword(at, owner.email)
    for (let left = 4; left >= 0; left -= 1) {
      const answer = await browser.call('POST /api/sign-in/prove', {
        body: { method: 'virtual_mfa', code: wrong(owner.code()) },
      })
      assert.deepEqual([answer.problem.code, answer.problem.triesLeft], ['code_wrong', left])
    }
    const right = await browser.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.code() },
    })
    assert.equal(right.problem.code, 'attempt_dead')
  }))

test('A1: wrong codes count for the account over all attempts; then the right code is refused too', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    let judged = 0
    for (let round = 0; round < 3; round += 1) {
      const browser = await givePassword(at, owner.email)
      for (let index = 0; index < 5; index += 1) {
        const answer = await browser.call('POST /api/sign-in/prove', {
          body: { method: 'virtual_mfa', code: wrong(owner.code()) },
        })
        if (answer.problem.code === 'code_wrong') judged += 1
      }
    }
    assert.equal(judged, 12)
    const stranger = await givePassword(at, owner.email)
    const right = await stranger.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.code() },
    })
    assert.equal(right.problem.code, 'too_many_tries')
    assert.deepEqual(right.problem.otherMethods, ['recovery_code'])

    const known = await givePassword(at, owner.email, owner.browser.copy())
    const own = await known.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.code() },
    })
    assert.equal(own.status, 200, own.text)
  }))

test('B4: a recovery code signs in once and counts as a fresh full proof', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const code = owner.recoveryCodes[3] ?? ''
    const browser = await givePassword(at, owner.email)
    const proved = await browser.call('POST /api/sign-in/prove', {
      body: { method: 'recovery_code', code: code.toLowerCase() },
    })
    assert.equal(proved.reply.level, 'aal2', proved.text)
    assert.equal((await browser.call('GET /api/security')).reply.recoveryCodes.left, 9)
    const removed = await browser.call('DELETE /api/mfa/devices/:id', { params: { id: owner.deviceId } })
    assert.equal(removed.status, 200, removed.text)
    const other = await bindDevice(at, { email: owner.email, browser })
    const again = await givePassword(at, owner.email)
    const spent = await again.call('POST /api/sign-in/prove', { body: { method: 'recovery_code', code } })
    assert.equal(spent.problem.code, 'recovery_code_wrong')
    assert.equal(other.recoveryCodes.length, 10)
  }))

test('F5: the token is new after each step and the old one is worth nothing', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const before = owner.browser.copy()
    await bindDevice(at, owner)
    assert.equal((await owner.browser.call('GET /api/security')).status, 200)
    assert.equal((await before.call('GET /api/security')).status, 401)
  }))

test('F8: signing out ends the session on the server', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const kept = browser.copy()
    assert.equal((await browser.call('POST /api/sign-out')).status, 200)
    assert.equal((await kept.call('GET /api/security')).status, 401)
  }))

test('a known name and an unknown one are refused alike', () =>
  on(async (at) => {
    const { email } = await registerOwner(at)
    const bodies = []
    for (const accountName of [email, 'nobody@example.com', 'not an address']) {
      const answer = await at
        .browser()
        .call('POST /api/sign-in', { body: { accountName, password: 'wrong horse battery' } })
      bodies.push([answer.status, { ...answer.problem, requestId: '' }, Object.keys(answer.headers).sort()])
    }
    assert.deepEqual(bodies[0], bodies[1])
    assert.deepEqual(bodies[1], bodies[2])
  }))

function wrong(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')
}
