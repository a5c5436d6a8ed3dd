import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE } from '../kernel/clock.ts'
import { newAccountId, newId } from '../kernel/ids.ts'
import { levelOf } from '../kernel/proof.ts'
import { isRefused, refuse } from '../kernel/refusal.ts'
import { checkRecoveryCode } from '../recovery-codes/check-recovery-code.ts'
import { findSession } from '../sessions/find-session.ts'
import { openSession } from '../sessions/open-session.ts'
import { ownerCaller } from '../testing/owner-caller.ts'
import { context, openDesk, refusalOf, withBrokenOutbox } from './desk.test.ts'
import { removeDevice } from './remove-device.ts'
import { renameDevice } from './rename-device.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'

test('D1: nothing is renamed, removed or renewed without a fresh proof at the highest level', async (t) => {
  const { signIn, bind, verify, deps, clock, state } = await openDesk(t)
  const { caller, device } = await bind(await signIn())
  clock.advance(5 * MINUTE)
  const { deviceId } = device
  const weak = await signIn()
  const before = await state()
  for (const who of [caller, weak]) {
    await verify(who, 'bind_mfa', 'virtual_mfa')
    await verify(who, 'manage_mfa', 'email')
    await verify(who, 'renew_recovery_codes', 'email')
    for (const outcome of [
      renameDevice(deps, who, { deviceId, name: 'mine' }, context),
      removeDevice(deps, who, deviceId, context),
      renewRecoveryCodes(deps, who, context),
    ])
      assert.equal(await refusalOf(outcome), 'step_up_needed')
  }
  assert.deepEqual(await state(), before)
})

test('a proof for one purpose opens no other', async (t) => {
  const { signIn, bind, verify, deps, clock } = await openDesk(t)
  const { caller } = await bind(await signIn())
  clock.advance(5 * MINUTE)
  await verify(caller, 'manage_mfa', 'virtual_mfa')
  assert.equal(await refusalOf(renewRecoveryCodes(deps, caller, context)), 'step_up_needed')
  await verify(caller, 'renew_recovery_codes', 'virtual_mfa')
  assert.ok(!isRefused(await renewRecoveryCodes(deps, caller, context)))
})

test('a device is renamed, recorded, and keeps its serial and its codes', async (t) => {
  const { signIn, bind, deps, read, owner, trail } = await openDesk(t)
  const { caller, device } = await bind(await signIn())
  const input = { deviceId: device.deviceId, name: ' Pixel 9 ' }
  const renamed = await renameDevice(deps, caller, input, context)
  assert.ok(!isRefused(renamed))
  assert.deepEqual(await read.totp.list(owner), [{ ...device, name: 'Pixel 9' }])
  assert.deepEqual(renamed, { ...device, name: 'Pixel 9' })
  assert.equal((await trail()).at(-1), 'mfa.renamed')
})

test('a name that is taken, bad, or for a device that is not there is refused', async (t) => {
  const { signIn, bind, deps, random, state } = await openDesk(t)
  const first = await bind(await signIn())
  const { caller, device } = await bind(first.caller, 'tablet')
  const before = await state()
  for (const [deviceId, name, expected] of [
    [device.deviceId, 'PHONE', 'device_name_taken'],
    [device.deviceId, ' ', 'device_name_invalid'],
    [newId('mfa', random), 'laptop', 'device_not_found'],
  ] as const)
    assert.equal(await refusalOf(renameDevice(deps, caller, { deviceId, name }, context)), expected)
  assert.deepEqual(await state(), before)
})

test("D2: another account's device is not there, whatever id is sent", async (t) => {
  const { signIn, bind, deps, read, atomically, clock, random, password, state } = await openDesk(t)
  const { device } = await bind(await signIn())
  const other = { accountId: newAccountId(random), principalId: newId('prn', random) }
  const verificationId = newId('ver', random)
  const expiresAt = clock.now() + MINUTE
  const token = await atomically(async (stores) => {
    const email = { address: 'other@example.com', key: 'other@example.com' }
    await stores.accounts.createMain(other, email, 0)
    const fresh = { principal: other, proofs: [password()], fullAt: clock.now(), context }
    const { sessionId, token } = await openSession(stores, deps, fresh)
    const open = {
      ...other,
      verificationId,
      sessionId,
      purpose: 'manage_mfa',
      expiresAt,
      state: 'open',
    } as const
    await stores.verifications.replace(open)
    const proven = { method: 'email', now: clock.now(), expiresAt } as const
    assert.equal(await stores.verifications.prove(other, verificationId, proven), true)
    return token
  })
  const session = await findSession({ read, atomically, clock }, token)
  assert.ok(session)
  const caller = ownerCaller(session)
  const before = await state()
  const { deviceId } = device
  assert.equal(await refusalOf(removeDevice(deps, caller, deviceId, context)), 'device_not_found')
  const input = { deviceId, name: 'mine' }
  assert.equal(await refusalOf(renameDevice(deps, caller, input, context)), 'device_not_found')
  assert.deepEqual(await state(), before)
})

test('removing one of two devices keeps the codes and the level; other sessions end, every address is told', async (t) => {
  const { signIn, bind, deps, read, owner, callerOf, isLive, told, trail } = await openDesk(t)
  const first = await bind(await signIn())
  const { caller, device } = await bind(first.caller, 'tablet')
  const elsewhere = await signIn(caller.proofs)
  const removed = await removeDevice(deps, caller, first.device.deviceId, context)
  assert.ok(!isRefused(removed))
  assert.deepEqual(await read.totp.list(owner), [device])
  assert.equal(await read.recoveryCodes.count(owner), 10)
  assert.equal(await isLive(elsewhere), false)
  assert.equal(await isLive(caller), false)
  const after = await callerOf(removed.sessionToken)
  assert.equal(levelOf(after.proofs), 'aal2')
  assert.equal(after.fullAt, caller.fullAt)
  assert.deepEqual(await told('device_removed'), ['mail', 'sms'])
  assert.equal((await trail()).at(-1), 'mfa.removed')
})

test('D11: the last device takes the recovery codes along, and the session falls to what the account has', async (t) => {
  const { signIn, bind, deps, read, owner, callerOf } = await openDesk(t)
  const { caller, device, recoveryCodes } = await bind(await signIn())
  const removed = await removeDevice(deps, caller, device.deviceId, context)
  assert.ok(!isRefused(removed))
  assert.deepEqual(await read.recoveryCodes.summary(owner), { left: 0, madeAt: undefined })
  const code = recoveryCodes.open()[0] ?? ''
  assert.equal(await refusalOf(checkRecoveryCode(deps, owner, code)), 'recovery_code_wrong')
  const after = await callerOf(removed.sessionToken)
  assert.deepEqual(
    after.proofs.map((proof) => proof.kind),
    ['password'],
  )
})

test('removed twice at one moment, a device is removed once', async (t) => {
  const { signIn, bind, deps, told } = await openDesk(t)
  const { caller, device } = await bind(await signIn())
  const both = await Promise.all([
    removeDevice(deps, caller, device.deviceId, context),
    removeDevice(deps, caller, device.deviceId, context),
  ])
  assert.equal(both.filter((removed) => !isRefused(removed)).length, 1)
  assert.deepEqual(await told('device_removed'), ['mail', 'sms'])
})

test('a removal that breaks off leaves all as it was', async (t) => {
  const { signIn, bind, deps, state, isLive } = await openDesk(t)
  const { caller, device } = await bind(await signIn())
  const before = await state()
  await assert.rejects(removeDevice(withBrokenOutbox(deps), caller, device.deviceId, context), /disk is full/)
  assert.deepEqual(await state(), before)
  assert.equal(await isLive(caller), true)
})

test('a removed device can be bound anew, which makes new codes', async (t) => {
  const { signIn, bind, deps, callerOf } = await openDesk(t)
  const { caller, device } = await bind(await signIn())
  const removed = await removeDevice(deps, caller, device.deviceId, context)
  assert.ok(!isRefused(removed))
  const again = await bind(await callerOf(removed.sessionToken))
  assert.equal(again.device.slug, 'phone')
  assert.equal(again.recoveryCodes.open().length, 10)
})

test('new recovery codes void the old ones, are recorded, and every address is told', async (t) => {
  const { signIn, bind, deps, read, owner, told, trail, isLive } = await openDesk(t)
  const { caller, recoveryCodes } = await bind(await signIn())
  const renewed = await renewRecoveryCodes(deps, caller, context)
  assert.ok(!isRefused(renewed))
  const [old = ''] = recoveryCodes.open()
  const [fresh = ''] = renewed.recoveryCodes.open()
  assert.equal(await refusalOf(checkRecoveryCode(deps, owner, old)), 'recovery_code_wrong')
  assert.ok(!isRefused(await checkRecoveryCode(deps, owner, fresh)))
  assert.equal(await read.recoveryCodes.count(owner), 10)
  assert.deepEqual(await told('recovery_codes_made'), ['mail', 'sms'])
  assert.equal((await trail()).at(-1), 'recovery_codes.made')
  assert.equal(await isLive(caller), true)
})

test('without a device there are no recovery codes, and with a full queue the old ones stay', async (t) => {
  const { signIn, bind, verify, deps, read, owner } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'renew_recovery_codes', 'email')
  assert.equal(await refusalOf(renewRecoveryCodes(deps, caller, context)), 'method_unavailable')
  const bound = await bind(caller)
  const full = { ...deps, hasher: { ...deps.hasher, hash: async () => refuse('server_busy') } }
  assert.equal(await refusalOf(renewRecoveryCodes(full, bound.caller, context)), 'server_busy')
  const [old = ''] = bound.recoveryCodes.open()
  assert.ok(!isRefused(await checkRecoveryCode({ ...deps, read }, owner, old)))
})
