import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findKnownDevice } from '../devices/find-known-device.ts'
import { MINUTE } from '../kernel/clock.ts'
import { NO_DEVICE_TOKENS, readDeviceTokens } from '../kernel/device-tokens.ts'
import { levelOf } from '../kernel/proof.ts'
import { isRefused, refuse } from '../kernel/refusal.ts'
import { findSession } from '../sessions/find-session.ts'
import { openSession } from '../sessions/open-session.ts'
import { ownerCaller } from '../testing/owner-caller.ts'
import { checkDeviceCode } from '../totp/check-code.ts'
import { beginDevice } from './begin-device.ts'
import { bindDevice } from './bind-device.ts'
import { context, openDesk, refusalOf, withBrokenOutbox } from './desk.test.ts'
import { removeDevice } from './remove-device.ts'
import { resetMfa } from './reset-mfa.ts'

test('a binding gives a device, ten codes, a session of aal2 under a new token, and a known browser', async (t) => {
  const { signIn, verify, begin, confirm, callerOf, isLive, read, owner, clock } = await openDesk(t)
  const before = await signIn()
  await verify(before, 'bind_mfa')
  clock.advance(MINUTE)
  const begun = await begin(before)
  assert.deepEqual(
    [begun.issuer, begun.account, begun.suggestedName],
    ['Sallyport', 'owner@example.com', 'Authenticator'],
  )
  const bound = await confirm(before, begun)
  assert.ok(!isRefused(bound))

  assert.deepEqual(await read.totp.list(owner), [bound.device])
  assert.equal(bound.recoveryCodes.open().length, 10)
  assert.equal(bound.recoveryCodesLeft, 10)
  const after = await callerOf(bound.sessionToken)
  assert.notEqual(after.sessionId, before.sessionId)
  assert.equal(await isLive(before), false)
  assert.equal(levelOf(after.proofs), 'aal2')
  assert.equal(after.fullAt, clock.now())
  assert.deepEqual(
    after.proofs.map((proof) => proof.source),
    ['password', bound.device.deviceId],
  )
})

test('F5: the browser of the binding becomes known by a new token, not by one that it held before', async (t) => {
  const { signIn, verify, begin, code, deps, read, owner, random } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  const deviceTokens = readDeviceTokens(Buffer.from(random.bytes(32)).toString('base64url'))
  const input = {
    bindingId: begun.pending.bindingId,
    deviceName: 'phone',
    firstCode: code(begun, -1),
    secondCode: code(begun),
    deviceTokens,
  }
  const bound = await bindDevice(deps, caller, input, context)
  assert.ok(!isRefused(bound))
  assert.equal(await findKnownDevice(read, owner, deviceTokens), undefined)
  assert.ok(await findKnownDevice(read, owner, bound.deviceTokens))
})

test('every address is told and the trail says what happened', async (t) => {
  const { signIn, bind, told, trail } = await openDesk(t)
  await bind(await signIn())
  assert.deepEqual(await told('device_added'), ['mail', 'sms'])
  assert.deepEqual(await trail(), ['mfa.binding_begun', 'mfa.bound'])
})

test("the principal's other sessions and pending attempts end", async (t) => {
  const { signIn, bind, isLive, atomically, read, owner, clock, random, password } = await openDesk(t)
  const elsewhere = await signIn()
  const attempt = {
    ...owner,
    attemptId: 'att_other',
    accountName: 'owner@example.com',
    proofs: [password()],
    securityVersion: 1,
    address: '198.51.100.1',
    createdAt: clock.now(),
    expiresAt: clock.now() + 10 * MINUTE,
  } as const
  const tokenHash = Buffer.from(random.bytes(32)).toString('base64url')
  await atomically((stores) =>
    stores.attempts.insert(attempt, tokenHash, { perAddress: 5, perPrincipal: 200 }),
  )
  assert.ok(await read.attempts.findLive(tokenHash))
  const { caller } = await bind(await signIn())
  assert.equal(await isLive(elsewhere), false)
  assert.equal(await read.attempts.findLive(tokenHash), undefined)
  assert.equal(await isLive(caller), true)
})

test('a second device makes no new codes and says how many are left', async (t) => {
  const { signIn, bind, atomically, read, owner } = await openDesk(t)
  const { caller } = await bind(await signIn())
  const code = await read.recoveryCodes.find(owner, 3)
  assert.ok(code)
  await atomically((stores) => stores.recoveryCodes.spend(code))
  const second = await bind(caller, 'tablet')
  assert.deepEqual(second.recoveryCodes.open(), [])
  assert.equal(second.recoveryCodesLeft, 9)
  assert.equal(await read.totp.count(owner), 2)
})

test('D1: without a verification a session of password alone neither begins nor binds', async (t) => {
  const { signIn, verify, begin, confirm, deps, clock, state } = await openDesk(t)
  const caller = await signIn()
  assert.equal(await refusalOf(beginDevice(deps, caller, context)), 'verification_needed')
  await verify(caller, 'change_password')
  assert.equal(await refusalOf(beginDevice(deps, caller, context)), 'verification_needed')
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  clock.advance(10 * MINUTE)
  const before = await state()
  assert.equal(await refusalOf(confirm(caller, begun)), 'verification_needed')
  assert.deepEqual(await state(), before)
})

test('D1: once a device is bound, a code by mail opens no second binding', async (t) => {
  const { signIn, bind, verify, deps, clock } = await openDesk(t)
  const { caller } = await bind(await signIn())
  assert.ok(!isRefused(await beginDevice(deps, caller, context)))
  clock.advance(5 * MINUTE)
  await verify(caller, 'bind_mfa', 'email')
  assert.equal(await refusalOf(beginDevice(deps, caller, context)), 'verification_needed')
  await verify(caller, 'bind_mfa', 'virtual_mfa')
  assert.ok(!isRefused(await beginDevice(deps, caller, context)))
})

test('D3: a binding that is begun and left is no factor and changes no session', async (t) => {
  const { signIn, verify, begin, isLive, read, owner, told } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  await begin(caller)
  assert.equal(await read.totp.count(owner), 0)
  assert.equal(await isLive(caller), true)
  assert.deepEqual(await told('device_added'), [])
})

test('B11: a binding code neither signs in nor removes the device', async (t) => {
  const { signIn, bind, code, deps, owner } = await openDesk(t)
  const { begun } = await bind(await signIn())
  for (const steps of [-1, 0])
    assert.equal(await refusalOf(checkDeviceCode(deps, owner, code(begun, steps))), 'code_spent')
})

test('each wrong pair is refused with its reason, recorded, and changes nothing else', async (t) => {
  const { signIn, verify, begin, code, deps, state, trail } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  const before = await state()
  const { bindingId } = begun.pending
  const base = { bindingId, deviceName: 'phone', deviceTokens: NO_DEVICE_TOKENS }
  const cases = [
    [{ firstCode: '12345', secondCode: code(begun) }, 'code_malformed'],
    [{ firstCode: code(begun), secondCode: code(begun) }, 'binding_codes_same'],
    [{ firstCode: code(begun, 1), secondCode: code(begun) }, 'binding_codes_not_consecutive'],
    [{ firstCode: code(begun, 20), secondCode: code(begun, 21) }, 'binding_clock_off'],
    [{ firstCode: '000000', secondCode: '000001' }, 'binding_codes_wrong'],
    [{ bindingId: 'bnd_other', firstCode: code(begun, -1), secondCode: code(begun) }, 'binding_missing'],
    [{ deviceName: '\u202e', firstCode: code(begun, -1), secondCode: code(begun) }, 'device_name_invalid'],
  ] as const
  for (const [input, expected] of cases)
    assert.equal(await refusalOf(bindDevice(deps, caller, { ...base, ...input }, context)), expected)
  assert.deepEqual(
    (await trail()).slice(1),
    cases.map(([, expected]) => `mfa.binding_refused: ${expected}`),
  )
  const { pending, ...rest } = await state()
  assert.deepEqual({ ...rest, pending: { ...pending, misses: 0 } }, before)
})

test('of two confirmations at one moment one binds', async (t) => {
  const { signIn, verify, begin, confirm, read, owner } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  const both = await Promise.all([confirm(caller, begun), confirm(caller, begun, 'tablet')])
  assert.deepEqual(both.map((bound) => (isRefused(bound) ? bound.refused : 'bound')).sort(), [
    'bound',
    'sign_in_needed',
  ])
  assert.equal(await read.totp.count(owner), 1)
  assert.equal((await read.sessions.listLive(owner, 0)).length, 1)
})

test('a session that ends while the codes are hashed binds nothing', async (t) => {
  const { signIn, verify, begin, confirm, deps, atomically, read, owner } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  const hasher = {
    ...deps.hasher,
    async hash(text: string) {
      await atomically((stores) => stores.accounts.bumpSecurityVersion(owner))
      return deps.hasher.hash(text)
    },
  }
  assert.equal(await refusalOf(confirm(caller, begun, 'phone', { ...deps, hasher })), 'sign_in_needed')
  assert.equal(await read.totp.count(owner), 0)
  assert.equal(await read.recoveryCodes.count(owner), 0)
})

test('a full hash queue binds nothing, and the same pair binds later', async (t) => {
  const { signIn, verify, begin, confirm, deps, read, owner } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  const hasher = { ...deps.hasher, hash: async () => refuse('server_busy') }
  assert.equal(await refusalOf(confirm(caller, begun, 'phone', { ...deps, hasher })), 'server_busy')
  assert.equal(await read.totp.count(owner), 0)
  assert.ok(!isRefused(await confirm(caller, begun)))
})

test('what breaks off leaves all as it was: no device, no codes, the session and the pending device', async (t) => {
  const { signIn, verify, begin, confirm, deps, state } = await openDesk(t)
  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const begun = await begin(caller)
  const before = await state()
  await assert.rejects(confirm(caller, begun, 'phone', withBrokenOutbox(deps)), /disk is full/)
  const { pending, ...rest } = await state()
  assert.deepEqual({ ...rest, pending: { ...pending, misses: 0 } }, before)
  assert.ok(!isRefused(await confirm(caller, begun)))
})

test('F5: the token from before the binding opens nothing after it', async (t) => {
  const { deps, read, atomically, owner, password, clock, verify, begin, confirm } = await openDesk(t)
  const { token } = await atomically((stores) =>
    openSession(stores, deps, { principal: owner, proofs: [password()], fullAt: clock.now(), context }),
  )
  const session = await findSession({ read, atomically, clock }, token)
  assert.ok(session)
  const caller = ownerCaller(session)
  await verify(caller, 'bind_mfa')
  assert.ok(!isRefused(await confirm(caller, await begin(caller))))
  assert.equal(await findSession({ read, atomically, clock }, token), undefined)
})

test('the session of the binding may manage its devices for five minutes, and no longer', async (t) => {
  const { signIn, bind, deps, clock } = await openDesk(t)
  const { caller, device } = await bind(await signIn())
  clock.advance(5 * MINUTE)
  assert.equal(await refusalOf(removeDevice(deps, caller, device.deviceId, context)), 'step_up_needed')
  clock.advance(-1)
  assert.ok(!isRefused(await removeDevice(deps, caller, device.deviceId, context)))
})

test('every change of factors raises the security version, so that a sign-in begun before it cannot finish', async (t) => {
  const { signIn, bind, deps, owner, state } = await openDesk(t)
  const versions = [(await state()).version]
  const { caller, device } = await bind(await signIn())
  versions.push((await state()).version)
  assert.ok(!isRefused(await removeDevice(deps, caller, device.deviceId, context)))
  versions.push((await state()).version)
  assert.ok(!isRefused(await resetMfa(deps, owner, context)))
  versions.push((await state()).version)
  assert.deepEqual(versions, [1, 2, 3, 4])
})
