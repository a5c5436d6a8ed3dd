import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '../kernel/refusal.ts'
import { context, openDesk, refusalOf, withBrokenOutbox } from './desk.test.ts'
import { resetMfa } from './reset-mfa.ts'

test('D9: a reset takes every factor, session and known browser in one transaction, and leaves an account that signs in', async (t) => {
  const { signIn, bind, begin, deps, owner, isLive, read, told } = await openDesk(t)
  const { caller } = await bind(await signIn())
  await begin(caller)
  const reset = await resetMfa(deps, owner, context)
  assert.deepEqual(reset, { devices: 1, recoveryCodes: 10, browsers: 1, sessions: 1 })
  assert.equal(await read.totp.count(owner), 0)
  assert.equal(await read.totp.findPending(owner), undefined)
  assert.equal(await read.recoveryCodes.count(owner), 0)
  assert.equal(await isLive(caller), false)
  assert.deepEqual(await told('mfa_reset'), ['mail', 'sms'])
  const again = await bind(await signIn())
  assert.equal(again.recoveryCodes.open().length, 10)
})

test('D9: a reset that breaks off leaves all as it was, and can be done again', async (t) => {
  const { signIn, bind, deps, owner, state, isLive } = await openDesk(t)
  const { caller } = await bind(await signIn())
  const before = await state()
  await assert.rejects(resetMfa(withBrokenOutbox(deps), owner, context), /disk is full/)
  assert.deepEqual(await state(), before)
  assert.equal(await isLive(caller), true)
  assert.ok(!isRefused(await resetMfa(deps, owner, context)))
})

test('D9: a second reset finds nothing and tells nobody', async (t) => {
  const { signIn, bind, deps, owner, told, trail } = await openDesk(t)
  await bind(await signIn())
  await resetMfa(deps, owner, context)
  const nothing = { devices: 0, recoveryCodes: 0, browsers: 0, sessions: 0 }
  assert.deepEqual(await resetMfa(deps, owner, context), nothing)
  assert.deepEqual(await told('mfa_reset'), ['mail', 'sms'])
  assert.deepEqual((await trail()).slice(-2), ['mfa.reset', 'mfa.reset'])
})

test('the trail names the operator, and a principal that is not there is refused', async (t) => {
  const { deps, read, owner } = await openDesk(t)
  await resetMfa(deps, owner, context)
  const [event] = await read.audit.listOfPrincipal(owner.accountId, owner.principalId, {
    before: undefined,
    limit: 1,
  })
  assert.equal(event?.actor, 'operator')
  assert.equal(await refusalOf(resetMfa(deps, { ...owner, principalId: 'prn_nobody' }, context)), 'not_found')
})
