import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HOUR, MINUTE } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { type Owner, PASSWORD, registerOwner } from '../testing/people.ts'
import {
  accountOf,
  giveDevice,
  type Made,
  makeUser,
  proveManaging,
  signInUser,
} from '../testing/ram-people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

let at: TestServer
let owner: Owner
let accountId: AccountId

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
})
after(() => at.close())

const sessionsOf = async ({ principalId }: Made, browser = owner.browser) =>
  (await browser.call('GET /api/ram/users/:id/sessions', { params: { id: principalId } })).reply

const lastEvent = async ({ principalId }: Made) =>
  (await owner.browser.call('GET /api/ram/audit', { query: { user: principalId, limit: '1' } })).reply
    .events[0]

test('an administrator sees where a user is signed in, and never the session of somebody else', async () => {
  const ann = await makeUser(at, accountId, 'ann')
  await signInUser(at, ann)
  at.clock.advance(MINUTE)
  await signInUser(at, ann)
  const sessions = await sessionsOf(ann)
  assert.equal(sessions.length, 2)
  assert.equal(sessions[0]?.openedAt, new Date(at.clock.now()).toISOString(), 'the last seen first')
  for (const session of sessions) {
    assert.equal(session.current, false)
    assert.equal(session.level, 'aal1')
    assert.equal(session.address, '127.0.0.1')
  }
  const own = await owner.browser.call('GET /api/sessions')
  assert.ok(own.reply.every(({ id }) => sessions.every((session) => session.id !== id)))
})

test('somebody who reads the own page finds the session in which it is read', async () => {
  const reader = await makeUser(at, accountId, 'reader', { role: 'security_auditor' })
  const browser = await signInUser(at, reader)
  assert.deepEqual(
    (await sessionsOf(reader, browser)).map(({ current }) => current),
    [true],
  )
})

test('a session is over for the list as soon as the account’s session hours say so', async () => {
  const settings = await at.world.read.settings.find(accountId)
  const short = await makeUser(at, accountId, 'short')
  const browser = await signInUser(at, short)
  const save = (sessionHours: number) =>
    at.world.atomically((stores) =>
      stores.settings.save(accountId, { ...settings, sessionHours }, at.clock.now()),
    )
  await save(1)
  const [session] = await sessionsOf(short)
  assert.equal(Date.parse(session?.expiresAt ?? ''), Date.parse(session?.openedAt ?? '') + HOUR)
  at.clock.advance(59 * MINUTE)
  assert.equal((await browser.call('GET /api/sessions')).reply.length, 1)
  assert.equal((await sessionsOf(short)).length, 1)
  at.clock.advance(MINUTE)
  assert.deepEqual(await sessionsOf(short), [])
  assert.equal((await browser.call('GET /api/sessions')).problem.code, 'sign_in_needed')
  await save(settings.sessionHours)
})

test('one session is ended, the other goes on, and the trail says who did it', async () => {
  await proveManaging(at, owner)
  const bob = await makeUser(at, accountId, 'bob')
  const first = await signInUser(at, bob)
  at.clock.advance(1000)
  const second = await signInUser(at, bob)
  const [newest] = await sessionsOf(bob)
  assert.ok(newest)
  const params = { id: bob.principalId, sessionId: newest.id }
  const ended = await owner.browser.call('DELETE /api/ram/users/:id/sessions/:sessionId', { params })
  assert.equal(ended.status, 200, ended.text)
  assert.equal((await second.call('GET /api/security')).problem.code, 'sign_in_needed')
  assert.equal((await first.call('GET /api/security')).status, 200)
  const event = await lastEvent(bob)
  assert.equal(event?.action, 'session.ended')
  assert.equal(event?.actor, 'you')
  assert.deepEqual(event?.details, { ended: 1 })
  const again = await owner.browser.call('DELETE /api/ram/users/:id/sessions/:sessionId', { params })
  assert.equal(again.problem.code, 'session_not_found')
})

test('a session is ended only under the user whose it is', async () => {
  await proveManaging(at, owner)
  const cat = await makeUser(at, accountId, 'cat')
  const dan = await makeUser(at, accountId, 'dan')
  const browser = await signInUser(at, cat)
  const [session] = await sessionsOf(cat)
  const [own] = (await owner.browser.call('GET /api/sessions')).reply
  for (const sessionId of [session?.id ?? '', own?.id ?? '']) {
    const params = { id: dan.principalId, sessionId }
    const answer = await owner.browser.call('DELETE /api/ram/users/:id/sessions/:sessionId', { params })
    assert.equal(answer.problem.code, 'session_not_found')
  }
  assert.equal((await browser.call('GET /api/security')).status, 200)
  assert.equal((await owner.browser.call('GET /api/security')).status, 200)
})

test('signed out everywhere: every session and every sign-in that waits for its code', async () => {
  await proveManaging(at, owner)
  const eve = await makeUser(at, accountId, 'eve')
  const browsers = [await signInUser(at, eve), await signInUser(at, eve)]
  await giveDevice(at, eve)
  const waiting = at.browser()
  const body = { accountName: eve.signInName, password: PASSWORD }
  assert.equal((await waiting.call('POST /api/sign-in', { body })).reply.state, 'second_step')
  const params = { id: eve.principalId }
  const ended = await owner.browser.call('DELETE /api/ram/users/:id/sessions', { params })
  assert.deepEqual(ended.reply, { ended: 2 })
  for (const browser of browsers)
    assert.equal((await browser.call('GET /api/security')).problem.code, 'sign_in_needed')
  assert.equal((await waiting.call('GET /api/sign-in')).reply.state, 'signed_out')
  assert.deepEqual(await sessionsOf(eve), [])
  assert.deepEqual((await lastEvent(eve))?.details, { ended: 2, attempts: 1 })
})

test('a user’s page tells of its factors by names and times', async () => {
  const fay = await makeUser(at, accountId, 'fay')
  await giveDevice(at, fay)
  const { reply } = await owner.browser.call('GET /api/ram/users/:id', { params: { id: fay.principalId } })
  assert.deepEqual(
    reply.mfaDevices.map(({ name, lastUsedAt }) => [name, lastUsedAt]),
    [['Phone', null]],
  )
  assert.equal(reply.recoveryCodesLeft, 0)
  assert.equal(reply.passwordChangedAt, new Date(at.clock.now()).toISOString())
  const gus = await makeUser(at, accountId, 'gus', { password: false })
  const without = await owner.browser.call('GET /api/ram/users/:id', { params: { id: gus.principalId } })
  assert.equal(without.reply.passwordChangedAt, null)
})
