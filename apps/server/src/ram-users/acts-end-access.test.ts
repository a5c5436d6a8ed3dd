/** What an administrator's act on a user takes away beside what it says: nothing made before it opens anything after it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from '@sallyport/contract'
import { resetMfa } from '../binding/reset-mfa.ts'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { isRefused } from '../kernel/refusal.ts'
import { ownerCaller } from '../testing/owner-caller.ts'
import { type BoundOwner, bindDevice, registerOwner } from '../testing/people.ts'
import { accountOf, type Made, makeUser, proveManaging, signInUser } from '../testing/ram-people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { renewFirstPassword } from './renew-first-password.ts'

const EMAIL = 'ann@example.org'
const PHONE = '+4915112345678'

type Desk = { at: TestServer; owner: TestBrowser; user: Made; bound: BoundOwner }

/** An owner whose step-up is fresh, and a user who is signed in with a device. */
async function on(act: (desk: Desk) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann', { email: EMAIL, phone: PHONE })
    const bound = await bindDevice(at, { email: EMAIL, browser: await signInUser(at, user) })
    await proveManaging(at, owner)
    await act({ at, owner: owner.browser, user, bound })
  } finally {
    await at.close()
  }
}

function makeCode({ owner, user }: Desk) {
  return owner.call('POST /api/ram/users/:id/bypass-code', {
    params: { id: user.principalId },
    body: { reason: 'phone left on the train', hours: 1 },
  })
}

function patch({ owner, user }: Desk, body: Call<'PATCH /api/ram/users/:id'>['body']) {
  return owner.call('PATCH /api/ram/users/:id', { params: { id: user.principalId }, body })
}

test('I2, I8: a bypass code does not outlive a role, a suspension, the bin, a new first password or a reset', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    const params = { id: user.principalId }
    const acts: Record<string, () => Promise<unknown>> = {
      role: () => owner.call('PUT /api/ram/users/:id/role', { params, body: { role: 'ram_administrator' } }),
      suspension: async () => {
        await owner.call('POST /api/ram/users/:id/suspend', { params })
        await owner.call('POST /api/ram/users/:id/resume', { params })
      },
      bin: async () => {
        await owner.call('DELETE /api/ram/users/:id', { params })
        await owner.call('POST /api/ram/users/:id/restore', { params })
        await owner.call('POST /api/ram/users/:id/resume', { params })
      },
      'first password': () =>
        owner.call('POST /api/ram/users/:id/first-password', {
          params,
          body: { firstPassword: 'generated' },
        }),
      reset: () => resetMfa(at.world, user, testContext()),
    }
    for (const [name, act] of Object.entries(acts)) {
      assert.equal((await makeCode(desk)).status, 200, name)
      assert.equal(await at.world.read.bypassCodes.isLive(user, at.clock.now()), true, name)
      await act()
      assert.equal(await at.world.read.bypassCodes.isLive(user, at.clock.now()), false, name)
    }
  }))

test('C17: another address in the place of one on file ends what was open, the first of a kind ends nothing', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    const bare = await makeUser(at, user.accountId, 'bare')
    const open = await signInUser(at, bare)
    const isOpen = async (browser: TestBrowser) => (await browser.call('GET /api/security')).status === 200
    const steps: readonly [Call<'PATCH /api/ram/users/:id'>['body'], boolean][] = [
      [{ email: 'bare@example.org', phone: '+4915100000001' }, true],
      [{ email: 'bare@EXAMPLE.org', displayName: 'Bare' }, true],
      [{ email: 'other@example.org' }, false],
      [{ phone: null }, false],
    ]
    for (const [body, stays] of steps) {
      const browser = stays ? open : await signInUser(at, bare)
      const { status, text } = await patch({ ...desk, owner, user: bare }, body)
      assert.equal(status, 200, text)
      assert.equal(await isOpen(browser), stays, JSON.stringify(body))
    }
  }))

test('a new first password forgets the browsers that were known', () =>
  on(async ({ at, owner, user }) => {
    for (const firstPassword of ['invitation', 'generated'] as const) {
      const device = {
        accountId: user.accountId,
        principalId: user.principalId,
        deviceId: newId('dev', at.world.random),
        browser: 'Firefox on Linux',
        madeAt: at.clock.now(),
        lastSeenAt: at.clock.now(),
      }
      await at.world.atomically((stores) => stores.devices.insert(device, firstPassword))
      const renewed = await owner.call('POST /api/ram/users/:id/first-password', {
        params: { id: user.principalId },
        body: { firstPassword },
      })
      assert.equal(renewed.status, 200, renewed.text)
      assert.equal(await at.world.atomically((stores) => stores.devices.forgetAll(user)), 0, firstPassword)
    }
  }))

test('whoever proves nothing costs no hash', () =>
  on(async ({ at, user }) => {
    const caller = ownerCaller({
      ...user,
      sessionId: 'ses_x',
      proofs: [],
      fullAt: at.clock.now() - HOUR,
    } as never)
    const hash = () => assert.fail('a password was hashed')
    const refused = await renewFirstPassword(
      { ...at.world, hasher: { ...at.world.hasher, hash } },
      caller,
      { id: user.principalId, firstPassword: 'generated' },
      testContext(),
    )
    assert.ok(isRefused(refused))
    assert.equal(refused.refused, 'step_up_needed')
  }))

test('E11: what an administrator can have sent to addresses that nobody proved is bounded', () =>
  on(async (desk) => {
    const { at, owner } = desk
    const victim = 'Victim@example.net'
    const invite = (name: string) =>
      owner.call('POST /api/ram/users', {
        body: { name, email: victim, firstPassword: 'invitation', mfaBindRequired: false },
      })
    for (let times = 0; times < 5; times += 1) assert.equal((await invite(`victim-${times}`)).status, 200)
    const sixth = await invite('victim-5')
    assert.deepEqual([sixth.status, sixth.problem.code], [429, 'too_often'])
    assert.equal(sixth.problem.retryAfterSeconds, HOUR / SECOND)
    const listed = await owner.call('GET /api/ram/users', { query: { search: 'victim-5' } })
    assert.deepEqual(listed.reply.users, [])
    const before = (await at.sentTexts('Victim@example.net')).length
    const { reply } = await owner.call('GET /api/ram/users', { query: { search: 'victim-0' } })
    const id = reply.users[0]?.id ?? ''
    const moved = await owner.call('PATCH /api/ram/users/:id', {
      params: { id },
      body: { email: 'else@example.net' },
    })
    assert.equal(moved.status, 200, moved.text)
    assert.equal((await at.sentTexts('Victim@example.net')).length, before)
  }))

test('a number that nobody proved is sent nothing, and a reset that takes nothing tells nobody', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    const reset = () => owner.call('POST /api/ram/users/:id/reset-mfa', { params: { id: user.principalId } })
    const mails = async () => (await at.sentTexts(EMAIL)).length
    const before = await mails()
    assert.equal((await reset()).status, 200)
    assert.equal(await mails(), before + 1)
    assert.equal((await reset()).status, 200)
    assert.equal(await mails(), before + 1)
    assert.deepEqual(await at.sentTexts(PHONE), [])
  }))

test('of bypass codes for one user ten are made an hour', () =>
  on(async (desk) => {
    for (let times = 0; times < 10; times += 1) assert.equal((await makeCode(desk)).status, 200)
    assert.equal((await makeCode(desk)).problem.code, 'too_often')
    desk.at.clock.advance(HOUR - MINUTE)
    assert.equal((await makeCode(desk)).problem.code, 'step_up_needed')
  }))

test('an administrator acts on a user, and the user does not see from where', () =>
  on(async (desk) => {
    await patch(desk, { comment: 'Sales' })
    const { reply } = await desk.bound.browser.call('GET /api/activity')
    const changed = reply.events.find(({ action }) => action === 'user.changed')
    assert.deepEqual([changed?.address, changed?.browser], [null, null])
    assert.ok(reply.events.some(({ actor, address }) => actor === 'you' && address !== null))
  }))
