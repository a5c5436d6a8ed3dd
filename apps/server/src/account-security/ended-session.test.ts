/** A session that ended while its request was under way changes nothing, and is never opened anew. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NO_DEVICE_TOKENS } from '../kernel/device-tokens.ts'
import { Secret } from '../kernel/secret.ts'
import { ownerCaller } from '../testing/owner-caller.ts'
import { bindDevice, PASSWORD, registerOwner } from '../testing/people.ts'
import { testContext } from '../testing/test-context.ts'
import { testServer } from '../testing/test-server.ts'
import { changePassword } from './change-password.ts'
import { endEveryOtherSession } from './end-sessions.ts'

const NEW_PASSWORD = 'quiet copper meadow 28'

test('C17: a change of password by a session that ends meanwhile does not happen', async () => {
  const at = await testServer()
  try {
    const { email } = await registerOwner(at)
    const principal = await at.world.read.accounts.findByName(email)
    assert.ok(principal)
    const [session] = await at.world.read.sessions.listLive(principal, at.clock.now())
    assert.ok(session)
    const hasher = {
      ...at.world.hasher,
      // The owner ends every session while the new password is being hashed.
      async hash(text: string) {
        await at.world.atomically((stores) => stores.sessions.endAll(principal))
        return at.world.hasher.hash(text)
      },
    }
    const input = {
      currentPassword: new Secret(PASSWORD),
      newPassword: new Secret(NEW_PASSWORD),
      deviceTokens: NO_DEVICE_TOKENS,
    }
    const outcome = await changePassword({ ...at.world, hasher }, ownerCaller(session), input, testContext())
    assert.ok('refused' in outcome && outcome.refused === 'sign_in_needed')
    assert.deepEqual(await at.world.read.sessions.listLive(principal, at.clock.now()), [])
    const body = { accountName: email, password: PASSWORD }
    assert.equal((await at.browser().call('POST /api/sign-in', { body })).status, 200)
    const ended = await endEveryOtherSession(at.world, ownerCaller(session), testContext())
    assert.ok(typeof ended === 'object' && ended.refused === 'sign_in_needed')
  } finally {
    await at.close()
  }
})

test('F1: a change of email ends every other session, and this one goes on under a new token', async () => {
  const at = await testServer()
  try {
    const owner = await bindDevice(at, await registerOwner(at))
    const other = at.browser()
    await other.call('POST /api/sign-in', { body: { accountName: owner.email, password: PASSWORD } })
    await other.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code: owner.code() } })
    assert.equal((await other.call('GET /api/security')).status, 200)
    const before = owner.browser.copy()
    await owner.browser.call('POST /api/email', { body: { email: 'new@example.org' } })
    const changed = await owner.browser.call('POST /api/email/verify', {
      body: { code: await at.sentCode('new@example.org') },
    })
    assert.equal(changed.status, 200, changed.text)
    assert.equal((await owner.browser.call('GET /api/security')).reply.signInName, 'new@example.org')
    for (const ended of [before, other]) assert.equal((await ended.call('GET /api/security')).status, 401)
  } finally {
    await at.close()
  }
})

test('F4: whoever registers in a browser ends the session that it held', async () => {
  const at = await testServer()
  try {
    const { browser } = await registerOwner(at)
    const held = browser.copy()
    await browser.call('POST /api/register', { body: { email: 'second@example.org', password: PASSWORD } })
    const body = { code: await at.sentCode('second@example.org') }
    assert.equal((await browser.call('POST /api/register/verify', { body })).status, 200)
    assert.equal((await held.call('GET /api/security')).status, 401)
  } finally {
    await at.close()
  }
})

test('F1: removing the phone number ends every other session too', async () => {
  const at = await testServer()
  try {
    const { email, browser } = await registerOwner(at)
    const number = '+4915112345678'
    await browser.call('POST /api/phone', { body: { phoneNumber: number } })
    const added = await browser.call('POST /api/phone/verify', { body: { code: await at.sentCode(number) } })
    assert.equal(added.status, 200, added.text)
    const other = at.browser()
    await other.call('POST /api/sign-in', { body: { accountName: email, password: PASSWORD } })
    assert.equal((await other.call('GET /api/security')).status, 200)
    const removed = await browser.call('DELETE /api/phone')
    assert.equal(removed.status, 200, removed.text)
    assert.equal((await browser.call('GET /api/security')).reply.phone.hint, null)
    assert.equal((await other.call('GET /api/security')).status, 401)
  } finally {
    await at.close()
  }
})
