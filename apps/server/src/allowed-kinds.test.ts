/** Which kinds of proof users may use: at every door, for the owner not, and at once when one is switched off. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import type { Call } from '@sallyport/contract'
import { totp } from '@sallyport/otp'
import { beginDevice } from './binding/begin-device.ts'
import { bindDevice as bindPending } from './binding/bind-device.ts'
import { renewRecoveryCodes } from './binding/renew-recovery-codes.ts'
import type { SlowHash } from './crypto/slow-hash.ts'
import { wireName } from './http/cookies.ts'
import { MINUTE, SECOND } from './kernel/clock.ts'
import { NO_DEVICE_TOKENS } from './kernel/device-tokens.ts'
import type { AccountId } from './kernel/ids.ts'
import type { Caller } from './kernel/principal.ts'
import { isRefused } from './kernel/refusal.ts'
import { Secret } from './kernel/secret.ts'
import { putInForce } from './ram-settings/enforce-settings.ts'
import { previewSettings } from './ram-settings/preview-settings.ts'
import { makeRecoveryCodes } from './recovery-codes/make-recovery-codes.ts'
import { defaultSettings } from './settings/settings.ts'
import { beginSignIn } from './sign-in/begin.ts'
import { proveSecondStep } from './sign-in/prove.ts'
import { findSignedIn } from './standing/find-signed-in.ts'
import {
  type BoundOwner,
  bindDevice,
  givePassword,
  type Owner,
  PASSWORD,
  registerOwner,
} from './testing/people.ts'
import { accountOf, type Made, makeUser, proveManaging, signInUser } from './testing/ram-people.ts'
import type { TestBrowser } from './testing/test-browser.ts'
import { testContext } from './testing/test-context.ts'
import { type TestServer, testServer } from './testing/test-server.ts'
import { proveIdentity } from './verification/prove.ts'

type Purpose = Call<'GET /api/verification/:purpose'>['params']['purpose']

const EMAIL = 'ann@example.org'
const ANSWERS = ['Sir Barnaby', 'Purple Herons', 'Lake Ohrid']
const QUESTIONS = ['first_pet', 'first_concert', 'first_trip'].map((id, index) => ({
  id,
  answer: ANSWERS[index] ?? '',
}))
const { enforcedAt: _, idleEnforcedAt: __, ...defaults } = defaultSettings
const noCodes = { recoveryCodes: false }

let at: TestServer
let owner: Owner
let accountId: AccountId
let ann: Made

/** As an operator would, through the dry run. */
async function enforce(chosen: Partial<typeof defaults>) {
  const operator = { accountId, principalId: 'operator' }
  const settings = { ...defaults, ...chosen }
  const run = await previewSettings(at.world, operator, settings, testContext())
  assert.ok(!isRefused(run))
  const input = { settings, token: run.token, stands: async () => true }
  assert.equal(await putInForce(at.world, operator, input, testContext()), undefined)
  return run
}

function status(browser: TestBrowser, purpose: Purpose) {
  return browser.call('GET /api/verification/:purpose', { params: { purpose } })
}

async function methodsFor(browser: TestBrowser, purpose: Purpose): Promise<readonly string[]> {
  return (await status(browser, purpose)).reply.methods.map(({ method }) => method)
}

function send(browser: TestBrowser, purpose: Purpose, method: 'email' | 'phone' = 'email') {
  at.clock.advance(61 * SECOND)
  return browser.call('POST /api/verification/:purpose/send', { params: { purpose }, body: { method } })
}

function prove(
  browser: TestBrowser,
  purpose: Purpose,
  body: Call<'POST /api/verification/:purpose/prove'>['body'],
) {
  return browser.call('POST /api/verification/:purpose/prove', { params: { purpose }, body })
}

/** Signed in, with a device and recovery codes. */
async function boundUser(user: Made): Promise<BoundOwner> {
  return bindDevice(at, { email: EMAIL, browser: await signInUser(at, user) })
}

function secondStep(browser: TestBrowser, code: string) {
  return browser.call('POST /api/sign-in/prove', { body: { method: 'recovery_code', code } })
}

/** Switches off in the middle: the settings change while the first hash is computed. */
function enforcingHasher(chosen: Partial<typeof defaults>): SlowHash {
  let done = false
  const once = async () => {
    if (done) return
    done = true
    await enforce(chosen)
  }
  const { hasher } = at.world
  return {
    async hash(text) {
      await once()
      return hasher.hash(text)
    },
    async verify(phc, text) {
      await once()
      return hasher.verify(phc, text)
    },
    verifyNothing: (text) => hasher.verifyNothing(text),
  }
}

async function callerIn(browser: TestBrowser): Promise<Caller> {
  const token = browser.cookies.get(wireName('session', at.world.origin)) ?? ''
  const found = await findSignedIn(at.world, new Secret(token))
  assert.ok(found)
  return { ...found.session, ...found.standing }
}

function moveTo(state: 'suspended' | 'removed', user: Made): Promise<unknown> {
  return at.world.atomically((stores) => stores.users.moveState(user, ['active'], state, at.clock.now()))
}

async function proveMailbox(user: Made): Promise<void> {
  const details = await at.world.read.accounts.details(user)
  await at.world.atomically((stores) => stores.users.verifyEmail(user, details?.email ?? '', at.clock.now()))
}

async function setQuestions(user: Made): Promise<void> {
  await at.world.atomically((stores) => stores.users.verifyEmail(user, EMAIL, at.clock.now()))
  const browser = await signInUser(at, user)
  await send(browser, 'set_security_questions')
  const proof = { method: 'email', code: await at.sentCode(EMAIL) } as const
  assert.equal((await prove(browser, 'set_security_questions', proof)).status, 200)
  const set = await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
  assert.equal(set.status, 200, set.text)
}

suite('allowed kinds', () => {
  beforeEach(async () => {
    at = await testServer()
    owner = await registerOwner(at)
    accountId = await accountOf(owner)
    ann = await makeUser(at, accountId, 'ann', { email: EMAIL, phone: '+4915112345678' })
  })
  afterEach(() => at.close())

  test('a user is offered and may use the ways that are allowed alone, for every purpose', async () => {
    await setQuestions(ann)
    const browser = await signInUser(at, ann)
    assert.deepEqual(await methodsFor(browser, 'bind_mfa'), ['email', 'phone', 'security_questions'])
    await enforce({ identityMethods: ['phone'] })
    assert.deepEqual(await methodsFor(browser, 'bind_mfa'), ['phone'])
    assert.deepEqual(await methodsFor(browser, 'change_email'), [])
    for (const purpose of ['bind_mfa', 'change_email', 'set_phone'] as const)
      assert.equal((await send(browser, purpose)).problem.code, 'method_unavailable', purpose)
    const answered = await prove(browser, 'bind_mfa', { method: 'security_questions', answers: ANSWERS })
    assert.equal(answered.problem.code, 'method_unavailable')
    assert.equal((await send(browser, 'bind_mfa', 'phone')).status, 200)
    const code = await at.sentCode('+4915112345678')
    assert.equal((await prove(browser, 'bind_mfa', { method: 'phone', code })).status, 200)
    assert.equal((await browser.call('POST /api/mfa/binding')).status, 200)
  })

  test('the owner keeps every way, recovery codes and the codes that there are', async () => {
    await owner.browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    await enforce({ identityMethods: ['phone'], recoveryCodes: false })
    assert.deepEqual(await methodsFor(owner.browser, 'bind_mfa'), ['email', 'security_questions'])
    const bound = await bindDevice(at, owner)
    assert.equal(bound.recoveryCodes.length, 10)
    await enforce({ identityMethods: ['phone'], recoveryCodes: false, graceDays: 1 })
    const overview = (await owner.browser.call('GET /api/security')).reply
    assert.deepEqual([overview.recoveryCodes.allowed, overview.recoveryCodes.left], [true, 10])
    assert.ok(overview.email.allowed && overview.securityQuestions.allowed)
    const browser = await givePassword(at, owner.email)
    assert.equal((await secondStep(browser, bound.recoveryCodes[0] ?? '')).status, 200)
    assert.equal((await browser.call('POST /api/recovery-codes')).status, 200)
  })

  test('a code that was sent and a proof that was given count no more once their kind is switched off', async () => {
    const sent = await signInUser(at, ann)
    await send(sent, 'bind_mfa')
    const code = await at.sentCode(EMAIL)
    const proven = await signInUser(at, ann)
    await send(proven, 'bind_mfa')
    await prove(proven, 'bind_mfa', { method: 'email', code: await at.sentCode(EMAIL) })
    assert.equal((await proven.call('POST /api/mfa/binding')).status, 200)

    await enforce({ identityMethods: ['phone', 'security_questions'] })
    const refused = await prove(sent, 'bind_mfa', { method: 'email', code })
    assert.equal(refused.problem.code, 'method_unavailable')
    assert.equal((await status(proven, 'bind_mfa')).reply.needed, true)
    assert.equal((await proven.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
    await enforce({})
    assert.equal((await status(proven, 'bind_mfa')).reply.needed, false)
  })

  test('an invitation proves the mailbox and opens no wizard where email is no way', async () => {
    await enforce({ whoMust: 'everyone', graceDays: 0, identityMethods: ['phone'] })
    await proveManaging(at, owner)
    const email = 'bob@example.org'
    const body = { name: 'bob', email, firstPassword: 'invitation', mfaBindRequired: false } as const
    assert.equal((await owner.browser.call('POST /api/ram/users', { body })).reply.user.canVerify, false)
    const token = /#token=(\S+)/.exec((await at.sentTexts(email))[0] ?? '')?.[1] ?? ''
    const browser = at.browser()
    const accepted = await browser.call('POST /api/invitation/accept', {
      body: { token, newPassword: PASSWORD },
    })
    assert.equal(accepted.reply.state === 'signed_in' && accepted.reply.owes, 'mfa', accepted.text)
    assert.deepEqual(await methodsFor(browser, 'bind_mfa'), [])
    assert.equal((await browser.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
    await enforce({ whoMust: 'everyone', graceDays: 0 })
    assert.equal((await browser.call('POST /api/mfa/binding')).status, 200)
  })

  test('questions that prove nothing are not set, and those that were can be removed', async () => {
    await setQuestions(ann)
    await enforce({ identityMethods: ['email', 'phone'] })
    const browser = await signInUser(at, ann)
    const set = () => browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    assert.equal((await set()).problem.code, 'method_unavailable')
    assert.equal((await browser.call('GET /api/security')).reply.securityQuestions.allowed, false)
    await send(browser, 'set_security_questions')
    await prove(browser, 'set_security_questions', { method: 'email', code: await at.sentCode(EMAIL) })
    assert.equal((await set()).problem.code, 'method_unavailable')
    assert.equal((await browser.call('DELETE /api/security-questions')).status, 200)
  })

  test('recovery codes that are switched off are deleted, of suspended users too, and stay gone', async () => {
    const bound = await boundUser(ann)
    const bob = await makeUser(at, accountId, 'bob', { email: EMAIL })
    await boundUser(bob)
    await moveTo('suspended', bob)
    const run = await enforce(noCodes)
    assert.deepEqual(
      run.losingRecoveryCodes.users.map(({ id }) => id),
      [ann.principalId, bob.principalId],
    )
    for (const user of [ann, bob]) assert.equal(await at.world.read.recoveryCodes.count(user), 0)
    const chain = await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })
    const { details } = chain.findLast(({ action }) => action === 'settings.changed') ?? {}
    assert.deepEqual(
      [details?.['recoveryCodes'], details?.['losingRecoveryCodes'], details?.['recoveryCodesRemoved']],
      [false, 2, 20],
    )

    const browser = await givePassword(at, ann.signInName)
    const state = (await browser.call('GET /api/sign-in')).reply
    assert.deepEqual(state.state === 'second_step' && state.methods, ['virtual_mfa'])
    const [first = '', second = ''] = bound.recoveryCodes
    const refused = await secondStep(browser, first)
    assert.deepEqual([refused.problem.code, refused.problem.triesLeft], ['method_unavailable', 4])
    const { browser: session } = bound
    assert.equal((await session.call('POST /api/recovery-codes')).problem.code, 'method_unavailable')
    at.clock.advance(6 * MINUTE)
    assert.deepEqual(await methodsFor(session, 'manage_mfa'), ['virtual_mfa'])
    const stepUp = await prove(session, 'manage_mfa', { method: 'recovery_code', code: first })
    assert.equal(stepUp.problem.code, 'method_unavailable')
    assert.equal((await session.call('GET /api/security')).reply.recoveryCodes.allowed, false)

    await enforce({})
    assert.equal((await secondStep(browser, second)).problem.code, 'recovery_code_wrong')
    const proof = { method: 'virtual_mfa', code: bound.code() } as const
    assert.equal((await prove(session, 'renew_recovery_codes', proof)).status, 200)
    assert.equal((await session.call('POST /api/recovery-codes')).reply.recoveryCodes.length, 10)
  })

  test('whoever loses recovery codes finds it in the trail and, where a mailbox is proven, in a mail', async () => {
    const people: Made[] = []
    for (const name of ['bob', 'cat', 'dan', 'eve'])
      people.push(await makeUser(at, accountId, name, { email: `${name}@example.org` }))
    const [bob, cat, dan, eve] = people as [Made, Made, Made, Made]
    for (const user of [bob, cat, dan]) {
      const codes = await makeRecoveryCodes(at.world, user)
      assert.ok(!isRefused(codes))
      await at.world.atomically((stores) => codes.store(stores))
    }
    for (const user of [bob, dan, eve]) await proveMailbox(user)
    await moveTo('suspended', bob)
    await moveTo('removed', dan)
    await enforce(noCodes)
    const told = await Promise.all(
      ['bob', 'cat', 'dan', 'eve'].map(async (name) => (await at.sentTexts(`${name}@example.org`)).length),
    )
    assert.deepEqual(told, [1, 0, 0, 0])
    const event = { actor: 'operator', action: 'recovery_codes.removed', details: { codes: 10 } }
    for (const { principalId } of [bob, cat, dan]) {
      const own = await at.world.read.audit.listOfPrincipal(accountId, principalId, {
        before: undefined,
        limit: 9,
      })
      assert.deepEqual(
        own.map(({ actor, action, details }) => ({ actor, action, details })),
        [event],
      )
    }
    const trail = await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })
    assert.ok(!trail.some(({ subject }) => subject === eve.principalId))

    const before = trail.length
    await enforce(noCodes)
    const after = await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })
    assert.equal(after.length, before + 1, 'what is gone is not told twice')
  })

  test('every one of many is told once of the recovery codes that are gone', async () => {
    const many = 401
    const proof = { position: 1, sealed: 'sealed', madeAt: at.clock.now() }
    const ids: string[] = []
    for (let index = 0; index < many; index += 1) {
      const user = await makeUser(at, accountId, `many-${index}`, { password: false })
      ids.push(user.principalId)
      const { principalId } = user
      await at.world.atomically((stores) =>
        stores.recoveryCodes.replaceAll(user, [{ accountId, principalId, ...proof }]),
      )
    }
    await enforce(noCodes)
    const trail = await at.world.read.audit.listChain(accountId, { after: 0, limit: 5000 })
    const removed = trail.filter(({ action }) => action === 'recovery_codes.removed')
    assert.deepEqual(removed.map(({ subject }) => subject).toSorted(), ids.toSorted())
    const changed = trail.findIndex(({ action }) => action === 'settings.changed')
    assert.equal(trail[changed]?.details['losingRecoveryCodes'], many)
    assert.equal(trail[changed + 1]?.action, 'recovery_codes.removed')
  })

  test('a row that is kept all the same opens nothing while recovery codes are switched off', async () => {
    const { recoveryCodes } = await boundUser(ann)
    const settings = { ...(await at.world.read.settings.find(accountId)), ...noCodes }
    await at.world.atomically((stores) => stores.settings.save(accountId, settings, at.clock.now()))
    assert.equal(await at.world.read.recoveryCodes.count(ann), 10)
    const browser = await givePassword(at, ann.signInName)
    const refused = await secondStep(browser, recoveryCodes[0] ?? '')
    assert.equal(refused.problem.code, 'method_unavailable')
    const state = (await browser.call('GET /api/sign-in')).reply
    assert.ok(state.state === 'second_step')
    assert.deepEqual([state.methods, state.recoveryCodesLeft], [['virtual_mfa'], 0])
  })

  test('the wizard ends without recovery codes and says that they are not allowed', async () => {
    await enforce({ whoMust: 'everyone', graceDays: 0, ...noCodes })
    const bound = await boundUser(ann)
    assert.deepEqual(bound.recoveryCodes, [])
    assert.equal(await at.world.read.recoveryCodes.count(ann), 0)
    assert.equal((await bound.browser.call('GET /api/security')).status, 200, 'nothing is owed any more')
  })

  test('what a recovery code made fresh is fresh no more once they are switched off', async () => {
    const { recoveryCodes, deviceId } = await boundUser(ann)
    const browser = await givePassword(at, ann.signInName)
    assert.equal((await secondStep(browser, recoveryCodes[0] ?? '')).status, 200)
    assert.equal((await status(browser, 'manage_mfa')).reply.needed, false)
    await enforce(noCodes)
    assert.equal((await status(browser, 'manage_mfa')).reply.needed, true)
    const removed = await browser.call('DELETE /api/mfa/devices/:id', { params: { id: deviceId } })
    assert.equal(removed.problem.code, 'step_up_needed')
    assert.equal((await browser.call('GET /api/security')).status, 200, 'the session itself goes on')
  })

  test('a recovery code that is being compared while they are switched off signs nobody in', async () => {
    const { recoveryCodes } = await boundUser(ann)
    const input = {
      accountName: ann.signInName,
      password: new Secret(PASSWORD),
      deviceTokens: NO_DEVICE_TOKENS,
    }
    const begun = await beginSignIn(at.world, input, testContext())
    assert.ok(!isRefused(begun) && begun.kind === 'attempt')
    const world = { ...at.world, hasher: enforcingHasher(noCodes) }
    const tokens = { attemptToken: begun.token, deviceTokens: NO_DEVICE_TOKENS }
    const given = { ...tokens, method: 'recovery_code', code: recoveryCodes[0] ?? '' } as const
    const outcome = await proveSecondStep(world, given, testContext())
    assert.equal(isRefused(outcome) && outcome.refused, 'method_unavailable')
    const trail = await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })
    const last = trail.at(-1)
    assert.deepEqual([last?.action, last?.reason], ['sign_in.refused', 'recovery_codes_off'])
  })

  test('answers that are being compared while they are switched off prove nothing', async () => {
    await setQuestions(ann)
    const browser = await signInUser(at, ann)
    const caller = await callerIn(browser)
    const world = { ...at.world, hasher: enforcingHasher({ identityMethods: ['email'] }) }
    const given = { method: 'security_questions', answers: ANSWERS } as const
    const input = { purpose: 'bind_mfa', given, deviceTokens: NO_DEVICE_TOKENS } as const
    const refused = await proveIdentity(world, caller, input, testContext())
    assert.equal(refused?.refused, 'method_unavailable')
    const last = (await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })).at(-1)
    assert.deepEqual(
      [last?.action, last?.subject, last?.outcome, last?.reason],
      ['verification.refused', ann.principalId, 'refused', 'off_meanwhile'],
    )
    await enforce({})
    assert.equal((await status(browser, 'bind_mfa')).reply.needed, true)
  })

  test('a recovery code that is spent elsewhere while it is compared proves nothing, and the trail has both', async () => {
    const { browser, recoveryCodes } = await boundUser(ann)
    at.clock.advance(6 * MINUTE)
    const caller = await callerIn(browser)
    const given = { method: 'recovery_code', code: recoveryCodes[0] ?? '' } as const
    const input = { purpose: 'manage_mfa', given, deviceTokens: NO_DEVICE_TOKENS } as const
    const { hasher } = at.world
    const spending: SlowHash = {
      ...hasher,
      async verify(phc, text) {
        assert.equal(await proveIdentity(at.world, caller, input, testContext()), undefined)
        return hasher.verify(phc, text)
      },
    }
    const refused = await proveIdentity({ ...at.world, hasher: spending }, caller, input, testContext())
    assert.equal(refused?.refused, 'code_spent')
    const trail = await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })
    assert.deepEqual(
      trail.slice(-2).map(({ action, reason }) => [action, reason]),
      [
        ['verification.proven', null],
        ['verification.refused', 'code_spent'],
      ],
    )
  })

  async function aboutToBind() {
    const browser = await signInUser(at, ann)
    await send(browser, 'bind_mfa')
    await prove(browser, 'bind_mfa', { method: 'email', code: await at.sentCode(EMAIL) })
    const caller = await callerIn(browser)
    const begun = await beginDevice(at.world, caller, testContext())
    assert.ok(!isRefused(begun))
    const code = (steps: number) => totp(begun.key.open(), at.clock.now() / SECOND + steps * 30)
    const [firstCode, secondCode] = [code(-1), code(0)]
    const { bindingId } = begun.pending
    return {
      caller,
      input: { bindingId, deviceName: 'Phone', firstCode, secondCode, deviceTokens: NO_DEVICE_TOKENS },
    }
  }

  test('nothing is hashed where no recovery codes are allowed', async () => {
    await enforce(noCodes)
    const { caller, input } = await aboutToBind()
    const hasher: SlowHash = {
      ...at.world.hasher,
      hash: () => assert.fail('a recovery code was hashed'),
    }
    const bound = await bindPending({ ...at.world, hasher }, caller, input, testContext())
    assert.ok(!isRefused(bound))
    assert.deepEqual([bound.recoveryCodesAllowed, bound.recoveryCodesLeft], [false, 0])
  })

  for (const [what, chosen, expected] of [
    ['its verification', { identityMethods: ['phone'] }, 'verification_needed'],
    ['recovery codes', noCodes, []],
  ] as const)
    test(`a binding in whose middle ${what} is switched off has none of it`, async () => {
      const { caller, input } = await aboutToBind()
      const world = { ...at.world, hasher: enforcingHasher(chosen) }
      const bound = await bindPending(world, caller, input, testContext())
      assert.deepEqual(isRefused(bound) ? bound.refused : bound.recoveryCodes.open(), expected)
      assert.equal(await at.world.read.totp.count(ann), isRefused(bound) ? 0 : 1)
      assert.equal(await at.world.read.recoveryCodes.count(ann), 0)
    })

  test('recovery codes that are being made while they are switched off are not kept', async () => {
    const { browser } = await boundUser(ann)
    const caller = await callerIn(browser)
    const world = { ...at.world, hasher: enforcingHasher(noCodes) }
    const made = await renewRecoveryCodes(world, caller, testContext())
    assert.equal(isRefused(made) && made.refused, 'method_unavailable')
    assert.equal(await at.world.read.recoveryCodes.count(ann), 0)
  })
})
