/** Users who stay away: told a week before, suspended, refused at the door with or without housekeeping, resumed afresh. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY, MINUTE } from '../kernel/clock.ts'
import type { Stores } from '../stores.ts'
import { sweep } from '../sweep.ts'
import { bindDevice, type Owner, PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, type Made, makeUser, proveManaging, signInUser } from '../testing/ram-people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { suspendIdle } from './suspend-idle.ts'

const EMAIL = 'ann@example.org'

type Desk = { readonly at: TestServer; readonly owner: Owner; readonly user: Made }

/** An account whose owner enforced 30 days at the held clock, and a user whose address is proven. */
async function on(act: (desk: Desk) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann', { email: EMAIL })
    await at.world.atomically((stores) => stores.users.verifyEmail(user, EMAIL, at.clock.now()))
    await enforce(at, owner, 30)
    await act({ at, owner, user })
  } finally {
    await at.close()
  }
}

async function enforce(at: TestServer, owner: Owner, idleDays: number) {
  const { alias: _, enforcedAt: __, ...before } = (await owner.browser.call('GET /api/ram/settings')).reply
  const settings = { ...before, idleDays }
  const run = await owner.browser.call('POST /api/ram/settings/preview', { body: settings })
  assert.equal(run.status, 200, run.text)
  await proveManaging(at, owner)
  const body = { settings, token: run.reply.token }
  const done = await owner.browser.call('PUT /api/ram/settings', { body })
  assert.equal(done.status, 200, done.text)
  return run.reply
}

async function signIn({ at, user }: Desk) {
  const body = { accountName: user.signInName, password: PASSWORD }
  const { reply, problem } = await at.browser().call('POST /api/sign-in', { body })
  return reply.state ?? problem.code
}

async function stateOf({ at, user }: Desk) {
  return (await at.world.read.users.find(user))?.state
}

const noticed = ({ at }: Desk) => at.sentTexts(EMAIL)

test('a user is told a week before, and suspended when the days are over', () =>
  on(async (desk) => {
    const { at, user } = desk
    at.clock.advance(23 * DAY - 2 * MINUTE)
    await sweep(at.world)
    assert.equal((await noticed(desk)).length, 0)
    at.clock.advance(2 * MINUTE)
    await sweep(at.world)
    await sweep(at.world)
    assert.match((await noticed(desk)).join(), /^[^,]*sign in, or be suspended/)
    assert.equal((await noticed(desk)).length, 1)
    at.clock.advance(7 * DAY - 2 * MINUTE)
    await sweep(at.world)
    assert.equal(await stateOf(desk), 'active')
    at.clock.advance(2 * MINUTE)
    await sweep(at.world)
    assert.equal(await stateOf(desk), 'suspended')
    const page = { before: undefined, limit: 1 }
    const [event] = await at.world.read.audit.listOfPrincipal(user.accountId, user.principalId, page)
    assert.deepEqual([event?.action, event?.reason], ['user.suspended', 'idle'])
  }))

test('B10: the door refuses an idle user like a suspended one, whether or not housekeeping came', () =>
  on(async (desk) => {
    const { at, user } = desk
    at.clock.advance(30 * DAY - 2 * MINUTE)
    assert.equal(await signIn(desk), 'signed_in')
    at.clock.advance(30 * DAY - 1)
    assert.equal(await signIn(desk), 'signed_in')
    at.clock.advance(30 * DAY)
    assert.equal(await signIn(desk), 'sign_in_refused')
    assert.equal(await stateOf(desk), 'active')
    const events = await at.world.read.audit.listChain(user.accountId, { after: 0, limit: 500 })
    assert.equal(events.findLast(({ action }) => action === 'sign_in.refused')?.reason, 'user_idle')
  }))

test('B10: a sign-in begun in time is not finished when the days are over', () =>
  on(async (desk) => {
    const { at, user } = desk
    const bound = await bindDevice(at, { email: EMAIL, browser: await signInUser(at, user) })
    const last = (await at.world.read.users.find(user))?.lastSignInAt ?? 0
    at.clock.set(last + 30 * DAY - MINUTE)
    const browser = at.browser()
    const body = { accountName: user.signInName, password: PASSWORD }
    assert.equal((await browser.call('POST /api/sign-in', { body })).reply.state, 'second_step')
    at.clock.advance(MINUTE)
    const proof = { method: 'virtual_mfa', code: bound.code() } as const
    const proven = await browser.call('POST /api/sign-in/prove', { body: proof })
    assert.equal(proven.problem.code, 'sign_in_refused')
  }))

test('a resumed user has all the days again', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    at.clock.advance(31 * DAY)
    await sweep(at.world)
    assert.equal(await stateOf(desk), 'suspended')
    const back = { ...owner, browser: at.browser() }
    const body = { accountName: owner.email, password: PASSWORD }
    assert.equal((await back.browser.call('POST /api/sign-in', { body })).status, 200)
    await proveManaging(at, back)
    const params = { id: user.principalId }
    assert.equal((await back.browser.call('POST /api/ram/users/:id/resume', { params })).status, 200)
    await sweep(at.world)
    at.clock.advance(30 * DAY - 1)
    assert.equal(await signIn(desk), 'signed_in')
  }))

test('nobody is taken before the rule has stood for a week, and the dry run says who will be', async () => {
  const at = await testServer()
  try {
    const owner = await registerOwner(at)
    const user = await makeUser(at, await accountOf(owner), 'ann', { email: EMAIL })
    at.clock.advance(100 * DAY)
    const back = { ...owner, browser: at.browser() }
    const body = { accountName: owner.email, password: PASSWORD }
    assert.equal((await back.browser.call('POST /api/sign-in', { body })).status, 200)
    const run = await enforce(at, back, 60)
    assert.deepEqual([run.idle.count, run.idle.users[0]?.id], [1, user.principalId])
    const desk = { at, owner, user }
    at.clock.advance(7 * DAY - 1)
    await sweep(at.world)
    assert.equal(await stateOf(desk), 'active')
    assert.equal((await noticed(desk)).length, 0, 'an address that nobody proved is sent nothing')
    at.clock.advance(1)
    await sweep(at.world)
    assert.equal(await stateOf(desk), 'suspended')
  } finally {
    await at.close()
  }
})

test('the owner is never idle, and without the rule nobody is', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    const settings = await at.world.read.settings.find(user.accountId)
    at.clock.advance(400 * DAY)
    const body = { accountName: owner.email, password: PASSWORD }
    assert.equal((await at.browser().call('POST /api/sign-in', { body })).status, 200)
    await at.world.atomically((stores) =>
      stores.settings.save(user.accountId, { ...settings, idleDays: 0 }, at.clock.now()),
    )
    await sweep(at.world)
    assert.ok(await signInUser(at, user))
  }))

/** The world, but with other stores in its transactions. */
function altered({ world }: TestServer, alter: (stores: Stores) => Partial<Stores>): typeof world {
  const atomically: typeof world.atomically = (work) =>
    world.atomically((stores) => work({ ...stores, ...alter(stores) }))
  return { ...world, atomically }
}

test('each account has a transaction of its own, and what breaks in one keeps no other from its turn', () =>
  on(async (desk) => {
    const { at } = desk
    const desks = [desk]
    for (const email of ['second@example.com', 'third@example.com']) {
      const owner = await registerOwner(at, email)
      desks.push({ at, owner, user: await makeUser(at, await accountOf(owner), 'ann') })
      await enforce(at, owner, 30)
    }
    const broken = (await at.world.read.settings.listIdle())[1]
    const world = altered(at, ({ audit }) => ({
      audit: {
        ...audit,
        async append(event) {
          if (event.accountId === broken) throw new Error('a chain is broken')
          await audit.append(event)
        },
      },
    }))
    at.clock.advance(31 * DAY)
    await assert.rejects(sweep(world), AggregateError)
    for (const one of desks)
      assert.equal(await stateOf(one), one.user.accountId === broken ? 'active' : 'suspended')
    await sweep(at.world)
    for (const one of desks) assert.equal(await stateOf(one), 'suspended')
  }))

test('of a user who was moved meanwhile nothing ends and the trail says nothing', () =>
  on(async (desk) => {
    const { at, user } = desk
    await signInUser(at, user)
    at.clock.advance(31 * DAY)
    const world = altered(at, ({ users }) => ({ users: { ...users, moveState: async () => false } }))
    const version = () => at.world.read.sessions.securityVersion(user)
    const before = await version()
    assert.equal(await suspendIdle(world), 0)
    assert.equal(await version(), before)
    const events = await at.world.read.audit.listChain(user.accountId, { after: 0, limit: 500 })
    assert.ok(events.every(({ action }) => action !== 'user.suspended'))
  }))

test('a rule that was switched off since the accounts were read takes nobody', () =>
  on(async (desk) => {
    const { at, user } = desk
    const before = await at.world.read.settings.find(user.accountId)
    await at.world.atomically(({ settings }) =>
      settings.save(user.accountId, { ...before, idleDays: 0 }, at.clock.now()),
    )
    at.clock.advance(400 * DAY)
    const settings = { ...at.world.read.settings, listIdle: async () => [user.accountId] }
    assert.equal(await suspendIdle({ ...at.world, read: { settings } }), 0)
    assert.equal(await stateOf(desk), 'active')
  }))
