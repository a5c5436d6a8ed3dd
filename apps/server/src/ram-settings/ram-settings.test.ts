import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { MINUTE } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { isRefused } from '../kernel/refusal.ts'
import { makeRecoveryCodes } from '../recovery-codes/make-recovery-codes.ts'
import { type Owner, registerOwner } from '../testing/people.ts'
import {
  accountOf,
  giveDevice,
  type Made,
  makeUser,
  proveManaging,
  signInUser,
} from '../testing/ram-people.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { putInForce } from './enforce-settings.ts'
import { previewSettings } from './preview-settings.ts'

const chosen = {
  whoMust: 'everyone',
  graceDays: 3,
  usersManageDevices: true,
  networks: [] as string[],
  sessionHours: 8,
  minimumPasswordLength: 12,
  trustBrowserDays: 7,
  idleDays: 0,
  passwordHistory: 0,
  identityMethods: ['email', 'phone', 'security_questions'] as ('email' | 'phone' | 'security_questions')[],
  recoveryCodes: true,
} as const

let at: TestServer
let owner: Owner
let accountId: AccountId
let mallory: Made

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
  const other = await registerOwner(at, 'other@example.com')
  mallory = await makeUser(at, await accountOf(other), 'ann', { lastAddress: '203.0.113.5' })
})
after(() => at.close())

async function preview(settings: typeof chosen | Record<string, unknown> = chosen) {
  const answer = await owner.browser.call('POST /api/ram/settings/preview', {
    body: settings as typeof chosen,
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.reply
}

function enforce(token: string, settings: Record<string, unknown> = chosen) {
  return owner.browser.call('PUT /api/ram/settings', {
    body: { settings: settings as typeof chosen, token },
  })
}

test('an account that never chose has the defaults', async () => {
  const settings = await owner.browser.call('GET /api/ram/settings')
  assert.deepEqual(settings.reply, {
    whoMust: 'nobody',
    graceDays: 7,
    usersManageDevices: true,
    networks: [],
    sessionHours: 24,
    minimumPasswordLength: 15,
    trustBrowserDays: 0,
    idleDays: 0,
    passwordHistory: 0,
    identityMethods: ['email', 'phone', 'security_questions'],
    recoveryCodes: true,
    alias: null,
    enforcedAt: null,
  })
})

test('the dry run says who is sent to set-up, who has no way, and who would be locked out, of this account alone', async () => {
  const ann = await makeUser(at, accountId, 'ann', { email: 'ann@example.com' })
  const bob = await makeUser(at, accountId, 'bob', { lastAddress: '198.51.100.7' })
  const cat = await makeUser(at, accountId, 'cat', { lastAddress: '192.0.2.7' })
  await makeUser(at, accountId, 'dan', { state: 'suspended' })
  await giveDevice(at, cat)
  const run = await preview({ ...chosen, networks: ['192.0.2.0/24'] })
  assert.equal(run.users, 3)
  assert.equal(run.ready, 1)
  assert.deepEqual(run.sentToSetUp, {
    count: 2,
    users: [
      { id: ann.principalId, signInName: ann.signInName },
      { id: bob.principalId, signInName: bob.signInName },
    ],
  })
  assert.deepEqual(run.withoutWay, {
    count: 1,
    users: [{ id: bob.principalId, signInName: bob.signInName }],
  })
  assert.equal(run.lockedOutByNetwork.users[0]?.id, bob.principalId)
  assert.equal(run.lockedOutByNetwork.count, 1)
  assert.equal(run.callerLockedOut, true)
  assert.ok(!JSON.stringify(run).includes(mallory.principalId))
})

test('enforcing asks for step-up, then does what was previewed and writes who did it', async () => {
  const { token } = await preview()
  assert.equal((await enforce(token)).problem.code, 'step_up_needed')
  // For ten minutes, in which the held clock stands.
  await proveManaging(at, owner)
  const enforced = await enforce(token)
  assert.equal(enforced.status, 200, enforced.text)
  assert.equal(enforced.reply.whoMust, 'everyone')
  assert.equal(enforced.reply.enforcedAt, new Date(at.clock.now()).toISOString())
  const event = (await at.world.read.audit.listChain(accountId, { after: 0, limit: 500 })).at(-1)
  assert.equal(event?.action, 'settings.changed')
  assert.equal(event?.details['sentToSetUp'], 2)
})

test('refuses a token of other settings, of another account, and one that was used before the settings changed', async () => {
  const { token } = await preview()
  for (const other of [{ graceDays: 0 }, { identityMethods: ['email', 'phone'] }, { recoveryCodes: false }])
    assert.equal((await enforce(token, { ...chosen, ...other })).problem.code, 'dry_run_needed')
  assert.equal((await enforce('')).problem.code, 'dry_run_needed')
  assert.equal((await enforce(`${token}x`)).problem.code, 'dry_run_needed')
  const shorter = await preview({ ...chosen, graceDays: 1 })
  assert.equal((await enforce(shorter.token, { ...chosen, graceDays: 1 })).status, 200)
  assert.equal((await enforce(token)).problem.code, 'dry_run_needed')
})

test('looks at every user for twenty tokens in ten minutes and no more, right or wrong', async () => {
  at.clock.advance(10 * MINUTE)
  const answers: string[] = []
  await proveManaging(at, owner)
  for (let times = 0; times < 21; times += 1) answers.push((await enforce('guess')).problem.code)
  assert.deepEqual([answers[19], answers[20]], ['dry_run_needed', 'too_often'])
  at.clock.advance(10 * MINUTE)
  await proveManaging(at, owner)
})

test('a preview is due again once it would say something else of any one user', async () => {
  const settings = { ...chosen, networks: ['192.0.2.0/24'] }
  const changes: readonly [string, (user: Made) => Promise<unknown>][] = [
    ['a device', (user) => giveDevice(at, user)],
    [
      'a suspension',
      (user) =>
        at.world.atomically((stores) =>
          stores.users.moveState(user, ['active'], 'suspended', at.clock.now()),
        ),
    ],
    [
      'an email',
      (user) =>
        at.world.atomically((stores) => stores.users.setEmail(user, { address: 'e@x.org', key: 'e@x.org' })),
    ],
    [
      'another network',
      (user) => at.world.atomically((stores) => stores.users.noteSignIn(user, at.clock.now(), '203.0.113.9')),
    ],
    ['a new user', (user) => makeUser(at, accountId, `new-${user.principalId.slice(4, 12)}`)],
  ]
  for (const [index, [what, change]] of changes.entries()) {
    const user = await makeUser(at, accountId, `changing-${index}`, { lastAddress: '192.0.2.1' })
    const { token } = await preview(settings)
    await change(user)
    assert.equal((await enforce(token, settings)).problem.code, 'dry_run_needed', what)
  }
  const { token } = await preview(settings)
  await makeUser(at, mallory.accountId, 'somebody')
  assert.equal((await enforce(token, settings)).status, 200, 'a change in another account is none here')
})

test('refuses what is no network, and writes networks in one form', async () => {
  const body = { ...chosen, networks: ['192.0.2.0/24', 'nowhere'] }
  const refused = await owner.browser.call('POST /api/ram/settings/preview', { body })
  assert.equal(refused.problem.code, 'networks_invalid')
  assert.equal(refused.problem.field, 'networks/1')
  const typed = { ...chosen, networks: ['2001:DB8::0/32', ' 192.0.2.1', '192.0.2.1/32'] }
  const enforced = await enforce((await preview(typed)).token, typed)
  assert.deepEqual(enforced.reply.networks, ['2001:db8::/32', '192.0.2.1/32'])
})

test('keeps the ways to verify identity in one order, and refuses to leave none that this server has', async () => {
  const refused = await owner.browser.call('POST /api/ram/settings/preview', {
    body: { ...chosen, identityMethods: [] },
  })
  assert.equal(refused.problem.code, 'identity_methods_none')
  assert.equal(refused.problem.field, 'identityMethods')
  const unknown = { ...chosen, identityMethods: ['carrier_pigeon'] }
  const none = await owner.browser.call('POST /api/ram/settings/preview', {
    body: unknown as unknown as typeof chosen,
  })
  assert.equal(none.problem.code, 'invalid_request')

  const phoneless = { ...at.world, allowedMeans: { phone: false, securityQuestions: true } }
  const operator = { accountId, principalId: 'operator' }
  const context = { address: '' }
  const onlyPhone = { ...chosen, identityMethods: ['phone'] as const }
  const onlyThere = await previewSettings(phoneless, operator, onlyPhone, context)
  assert.equal(isRefused(onlyThere) && onlyThere.refused, 'identity_methods_none')
  const input = { settings: onlyPhone, token: '', stands: async () => true }
  const put = await putInForce(phoneless, operator, input, testContext())
  assert.equal(put?.refused, 'identity_methods_none')

  const typed = { ...chosen, identityMethods: ['phone', 'email', 'phone'] as ('email' | 'phone')[] }
  const enforced = await enforce((await preview(typed)).token, typed)
  assert.deepEqual(enforced.reply.identityMethods, ['email', 'phone'])
})

test('refuses security questions as the only way that is left, since nobody could set them', async () => {
  const questions = { ...chosen, identityMethods: ['security_questions' as const] }
  const refused = await owner.browser.call('POST /api/ram/settings/preview', { body: questions })
  assert.deepEqual(
    [refused.problem.code, refused.problem.field],
    ['identity_methods_closed', 'identityMethods'],
  )
  assert.equal((await enforce('token', questions)).problem.code, 'identity_methods_closed')

  const phoneless = { ...at.world, allowedMeans: { phone: false, securityQuestions: true } }
  const operator = { accountId, principalId: 'operator' }
  const both = { ...chosen, identityMethods: ['phone', 'security_questions'] as const }
  const alone = await previewSettings(phoneless, operator, both, { address: '' })
  assert.equal(isRefused(alone) && alone.refused, 'identity_methods_closed')
  const input = { settings: both, token: '', stands: async () => true }
  const put = await putInForce(phoneless, operator, input, testContext())
  assert.equal(put?.refused, 'identity_methods_closed')
  assert.ok(!isRefused(await previewSettings(at.world, operator, both, { address: '' })))
})

test('the dry run names whoever would have no way to set up, sent there or not', async () => {
  const uma = await makeUser(at, accountId, 'uma', { email: 'uma@example.com' })
  const ula = await makeUser(at, accountId, 'ula', { email: 'ula@example.com', state: 'suspended' })
  const settings = { ...chosen, whoMust: 'nobody', identityMethods: ['phone', 'security_questions'] }
  const names = async (whoMust: string) => {
    const run = await preview({ ...settings, whoMust })
    return [run.withoutWay, run.cannotVerify].map(({ users }) => users.map(({ id }) => id))
  }
  const [without, cannot] = await names('nobody')
  assert.deepEqual(without, [])
  assert.ok(cannot?.includes(uma.principalId) && !cannot.includes(ula.principalId))
  const [sent, unsent] = await names('everyone')
  assert.ok(sent?.includes(uma.principalId))
  assert.deepEqual(unsent, [])
  const { cannotVerify } = await preview({ ...settings, identityMethods: ['email'] })
  assert.ok(!cannotVerify.users.some(({ id }) => id === uma.principalId))
})

test('the dry run says who has no way left and who loses recovery codes', async () => {
  const ida = await makeUser(at, accountId, 'ida', { email: 'ida@example.com' })
  const codes = await makeRecoveryCodes(at.world, ida)
  assert.ok(!isRefused(codes))
  await at.world.atomically((stores) => codes.store(stores))
  const before = await preview()
  const idsOf = ({ users }: { users: readonly { id: string }[] }) => users.map(({ id }) => id)
  assert.ok(!idsOf(before.withoutWay).includes(ida.principalId))
  assert.equal(before.losingRecoveryCodes.count, 0)
  const run = await preview({
    ...chosen,
    identityMethods: ['phone', 'security_questions'],
    recoveryCodes: false,
  })
  assert.ok(idsOf(run.withoutWay).includes(ida.principalId))
  assert.deepEqual(idsOf(run.losingRecoveryCodes), [ida.principalId])
  const set = [{ position: 0, questionId: 'first_pet', sealedAnswer: 'sealed' }]
  await at.world.atomically((stores) => stores.securityQuestions.replace(ida, set, at.clock.now()))
  const answering = await preview({ ...chosen, identityMethods: ['phone', 'security_questions'] })
  assert.ok(!idsOf(answering.withoutWay).includes(ida.principalId))
  await at.world.atomically((stores) => stores.securityQuestions.switchOff(ida, at.clock.now()))
  const off = await preview({ ...chosen, identityMethods: ['phone', 'security_questions'] })
  assert.ok(idsOf(off.withoutWay).includes(ida.principalId))
})

test('reminds at most once a day whoever must set up MFA and has not', async () => {
  const settings = { ...chosen, networks: [] }
  assert.equal((await enforce((await preview(settings)).token, settings)).status, 200)
  const first = await owner.browser.call('POST /api/ram/reminders')
  assert.equal(first.status, 200, first.text)
  assert.ok(first.reply.reminded > 0 && first.reply.withoutEmail > 0)
  const again = await owner.browser.call('POST /api/ram/reminders')
  assert.equal(again.reply.reminded, 0)
  const texts = await at.sentTexts('ann@example.com')
  assert.equal(texts.length, 1)
  assert.match(texts[0] ?? '', /requires MFA from 2026-11-2\d/)
  assert.equal(/https?:\S+/.exec(texts[0] ?? '')?.[0], `${at.world.origin.origin}/sign-in`)
})

test('an alias is small letters, digits and single hyphens, one for one account', async () => {
  const set = (alias: string | null) => owner.browser.call('PUT /api/ram/alias', { body: { alias } })
  for (const alias of [
    'ab',
    'Ab-cd',
    '-abc',
    'abc-',
    'a--b',
    'a.bc',
    'a'.repeat(33),
    '1234567890123456',
    'localhost',
  ])
    assert.equal((await set(alias)).problem.code, 'alias_invalid', alias)
  assert.equal((await set('harbour-2')).reply.alias, 'harbour-2')
  assert.equal((await set('harbour-2')).status, 200, 'its own again')
  await at.world.atomically((stores) => stores.settings.setAlias(mallory.accountId, 'lantern'))
  assert.equal((await set('lantern')).problem.code, 'alias_taken')
  const run = await preview({ ...chosen, whoMust: 'everyone' })
  assert.match(run.sentToSetUp.users[0]?.signInName ?? '', /@harbour-2$/)
  assert.equal((await set(null)).reply.alias, null)
})

test('a user signs in from an allowed network alone', async () => {
  const eve = await makeUser(at, accountId, 'eve')
  await signInUser(at, eve)
  const settings = { ...chosen, whoMust: 'nobody', networks: ['192.0.2.0/24'] }
  assert.equal((await enforce((await preview(settings)).token, settings)).status, 200)
  const body = { accountName: eve.signInName, password: 'harbour lantern orbit 61' }
  const refused = await at.browser().call('POST /api/sign-in', { body })
  assert.equal(refused.problem.code, 'network_refused')
})
