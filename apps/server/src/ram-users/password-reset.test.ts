import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountId, newId } from '../kernel/ids.ts'
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

const OTHER = 'orchid lantern rides the tide'

let at: TestServer
let owner: Owner
let accountId: AccountId

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
  await proveManaging(at, owner)
})
after(() => at.close())

const mark = ({ principalId }: Made, passwordResetRequired: boolean) =>
  owner.browser.call('PATCH /api/ram/users/:id', {
    params: { id: principalId },
    body: { passwordResetRequired },
  })

const signIn = (user: Made, password: string, browser = at.browser()) =>
  browser.call('POST /api/sign-in', { body: { accountName: user.signInName, password } })

test('who must replace the password is out, and does nothing else after the next sign-in until it is done', async () => {
  const ann = await makeUser(at, accountId, 'ann')
  const browser = await signInUser(at, ann)
  const marked = await mark(ann, true)
  assert.equal(marked.status, 200, marked.text)
  assert.equal(marked.reply.passwordResetRequired, true)
  assert.equal(marked.reply.password, 'own')
  const stolen = await browser.call('POST /api/sign-in/new-password', { body: { newPassword: OTHER } })
  assert.equal(stolen.problem.code, 'sign_in_needed', 'a session of before chooses nothing')
  // However long it takes: only a generated password has an end.
  at.clock.advance(100 * 24 * 60 * 60_000)
  const again = at.browser()
  assert.equal((await signIn(ann, PASSWORD, again)).status, 200)
  assert.equal((await again.call('GET /api/security')).problem.code, 'new_password_required')
  const same = await again.call('POST /api/sign-in/new-password', { body: { newPassword: PASSWORD } })
  assert.equal(same.problem.code, 'password_unchanged')
  const chosen = await again.call('POST /api/sign-in/new-password', { body: { newPassword: OTHER } })
  assert.equal(chosen.status, 200, chosen.text)
  assert.equal((await again.call('GET /api/security')).status, 200)
  assert.equal((await signIn(ann, PASSWORD)).problem.code, 'sign_in_refused')
  owner = { ...owner, browser: await signInOwner() }
})

async function signInOwner() {
  const browser = at.browser()
  const body = { accountName: owner.email, password: PASSWORD }
  assert.equal((await browser.call('POST /api/sign-in', { body })).status, 200)
  await proveManaging(at, { ...owner, browser })
  return browser
}

test('what an administrator required can be taken back, and the password is good again', async () => {
  const bob = await makeUser(at, accountId, 'bob')
  await mark(bob, true)
  const unmarked = await mark(bob, false)
  assert.equal(unmarked.reply.passwordResetRequired, false)
  assert.equal((await (await signInUser(at, bob)).call('GET /api/security')).status, 200)
})

test('a generated password must be replaced whatever anybody ticks', async () => {
  const body = { name: 'cat', firstPassword: 'generated', mfaBindRequired: false } as const
  const { reply } = await owner.browser.call('POST /api/ram/users', { body })
  const cat = { accountId, principalId: reply.user.id, signInName: reply.user.signInName } as Made
  assert.equal(reply.user.passwordResetRequired, true)
  for (const required of [false, true])
    assert.equal((await mark(cat, required)).problem.code, 'user_password_not_own')
  const browser = at.browser()
  assert.equal((await signIn(cat, reply.generatedPassword ?? '', browser)).status, 200)
  assert.equal((await browser.call('GET /api/security')).problem.code, 'new_password_required')
})

test('who has no password yet has none to replace', async () => {
  const body = {
    name: 'dan',
    email: 'dan@example.com',
    firstPassword: 'invitation',
    mfaBindRequired: false,
  } as const
  const { reply } = await owner.browser.call('POST /api/ram/users', { body })
  const dan = { accountId, principalId: reply.user.id, signInName: reply.user.signInName } as Made
  assert.equal(reply.user.passwordResetRequired, false)
  const params = { id: dan.principalId }
  const changes = { displayName: 'Dan', passwordResetRequired: true }
  const refused = await owner.browser.call('PATCH /api/ram/users/:id', { params, body: changes })
  assert.equal(refused.problem.code, 'user_password_not_own')
  const user = await at.world.read.users.find(dan)
  assert.deepEqual([user?.passwordState, user?.displayName], ['invited', ''], 'and nothing else is changed')
})

test('a password that was required to go counts among those that may not come back', async () => {
  const settings = await at.world.read.settings.find(accountId)
  await at.world.atomically((stores) =>
    stores.settings.save(accountId, { ...settings, passwordHistory: 3 }, at.clock.now()),
  )
  const eve = await makeUser(at, accountId, 'eve')
  for (const [current, next, code] of [
    [PASSWORD, OTHER, undefined],
    [OTHER, PASSWORD, 'password_reused'],
  ] as const) {
    await mark(eve, true)
    const browser = at.browser()
    assert.equal((await signIn(eve, current, browser)).status, 200)
    const answer = await browser.call('POST /api/sign-in/new-password', { body: { newPassword: next } })
    assert.equal(code === undefined ? undefined : answer.problem.code, code, answer.text)
  }
})

test('the trail says what was required', async () => {
  const fay = await makeUser(at, accountId, 'fay')
  await mark(fay, true)
  const query = { user: fay.principalId }
  const trail = async () => (await owner.browser.call('GET /api/ram/audit', { query })).reply.events
  assert.deepEqual((await trail())[0]?.details, {
    fields: 'passwordResetRequired',
    passwordResetRequired: true,
    sessions: 0,
  })
  await signInUser(at, fay)
  await mark(fay, true)
  assert.equal((await trail())[0]?.details['sessions'], undefined, 'required already: nothing ends again')
})

test('C17: it ends sign-ins that wait for a code, known browsers and a bypass code', async () => {
  const gus = await makeUser(at, accountId, 'gus')
  await giveDevice(at, gus)
  await at.world.atomically(async (stores) => {
    const device = { ...gus, deviceId: newId('dev', at.world.random), browser: 'x', madeAt: 0, lastSeenAt: 0 }
    await stores.devices.insert(device, 'hash')
  })
  const waiting = at.browser()
  assert.equal((await signIn(gus, PASSWORD, waiting)).reply.state, 'second_step')
  const params = { id: gus.principalId }
  const body = { reason: 'lost', hours: 1 }
  const made = await owner.browser.call('POST /api/ram/users/:id/bypass-code', { params, body })
  assert.equal(made.status, 200, made.text)
  await mark(gus, true)
  assert.equal((await waiting.call('GET /api/sign-in')).reply.state, 'signed_out')
  assert.equal(await at.world.read.bypassCodes.isLive(gus, at.clock.now()), false)
  assert.equal(await at.world.read.devices.find(gus, ['hash']), undefined)
})

test('with a second factor bound the password alone chooses no other', async () => {
  const hal = await makeUser(at, accountId, 'hal')
  await mark(hal, true)
  const browser = await signInUser(at, hal)
  await giveDevice(at, hal)
  const answer = await browser.call('POST /api/sign-in/new-password', { body: { newPassword: OTHER } })
  assert.equal(answer.problem.code, 'sign_in_needed')
})
