/** RAM users through the front door: who may do what to whom, and what each act leaves behind. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Call } from '@sallyport/contract'
import { MINUTE } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { type BoundOwner, bindDevice, registerOwner } from '../testing/people.ts'
import { accountOf, makeUser, signInUser } from '../testing/ram-people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

type Body = Call<'POST /api/ram/users'>['body']

let at: TestServer
let owner: BoundOwner
let other: BoundOwner
let accountId: AccountId
let made = 0

before(async () => {
  at = await testServer()
  owner = await bindDevice(at, await registerOwner(at))
  other = await bindDevice(at, await registerOwner(at, 'other@example.com'))
  accountId = await accountOf(owner)
})
after(() => at.close())

/** Proves anew where the last proof is too old. */
async function fresh(who = owner) {
  const status = await who.browser.call('GET /api/verification/:purpose', {
    params: { purpose: 'manage_users' },
  })
  if (!status.reply.needed) return
  at.clock.advance(MINUTE)
  const proven = await who.browser.call('POST /api/verification/:purpose/prove', {
    params: { purpose: 'manage_users' },
    body: { method: 'virtual_mfa', code: who.code() },
  })
  assert.equal(proven.status, 200, proven.text)
}

function create(body: Partial<Body> = {}, browser = owner.browser) {
  made += 1
  const user = { name: `user-${made}`, firstPassword: 'generated', mfaBindRequired: false, ...body } as const
  return browser.call('POST /api/ram/users', { body: user })
}

async function created(body: Partial<Body> = {}, browser = owner.browser) {
  const answer = await create(body, browser)
  assert.equal(answer.status, 200, answer.text)
  return answer.reply
}

async function actions(subject: string) {
  const { events } = (await owner.browser.call('GET /api/ram/audit', { query: { user: subject } })).reply
  return events.filter((event) => event.subject === subject).map((event) => event.action)
}

/** The page of a user with a generated password and nothing bound. */
const pageOf = (user: Awaited<ReturnType<typeof created>>['user']) => ({
  ...user,
  mfaDevices: [],
  recoveryCodesLeft: 0,
  passwordChangedAt: user.createdAt,
  trustedBrowsers: 0,
})

test('a user is made as it was typed, with addresses that nobody has verified yet', async () => {
  await fresh()
  const { user, generatedPassword } = await created({
    name: 'Anna.Smith',
    displayName: ' Anna Smith ',
    comment: 'Sales',
    email: 'Anna@Example.com',
    phone: '+49 151 1234-5678',
    mfaBindRequired: true,
  })
  const { id, createdAt, ...rest } = user
  assert.match(id, /^prn_/)
  assert.ok(createdAt)
  assert.deepEqual(rest, {
    name: 'Anna.Smith',
    signInName: `Anna.Smith@${accountId}`,
    displayName: 'Anna Smith',
    comment: 'Sales',
    email: { address: 'Anna@example.com', verified: false },
    phone: { number: '+4915112345678', verified: false },
    state: 'active',
    role: 'none',
    mfaBindRequired: true,
    mfaObliged: true,
    canVerify: true,
    devices: 0,
    password: 'must_change',
    passwordResetRequired: true,
    graceUntil: null,
    lastSignInAt: null,
  })
  assert.match(generatedPassword ?? '', /^[a-z2-9]{16}$/)
  assert.deepEqual(
    (await owner.browser.call('GET /api/ram/users/:id', { params: { id } })).reply,
    pageOf(user),
  )
  assert.deepEqual(await actions(id), ['user.created'])
  assert.ok(!at.logged().includes(generatedPassword ?? 'x'))
})

test('what cannot be a user is none, and the answer says which field', async () => {
  await fresh()
  const refusals: [Partial<Body>, string, string][] = [
    [{ name: 'a b' }, 'user_name_invalid', 'name'],
    [{ name: 'anna@acme' }, 'user_name_invalid', 'name'],
    [{ name: 'ANNA.SMITH' }, 'user_name_taken', 'name'],
    [{ email: 'nobody' }, 'email_invalid', 'email'],
    [{ phone: '0151' }, 'phone_invalid', 'phone'],
    [{ firstPassword: 'invitation' }, 'user_email_missing', 'email'],
  ]
  for (const [body, code, field] of refusals) {
    const { problem } = await create(body)
    assert.deepEqual([problem.code, problem.field], [code, field])
  }
})

test('nothing is changed without a fresh proof', async () => {
  await fresh()
  const { user } = await created()
  at.clock.advance(6 * MINUTE)
  const params = { id: user.id }
  const { browser } = owner
  const answers = [
    await create(),
    await browser.call('PATCH /api/ram/users/:id', { params, body: { comment: 'x' } }),
    await browser.call('POST /api/ram/users/:id/suspend', { params }),
    await browser.call('POST /api/ram/users/:id/resume', { params }),
    await browser.call('DELETE /api/ram/users/:id', { params }),
    await browser.call('POST /api/ram/users/:id/restore', { params }),
    await browser.call('POST /api/ram/users/:id/first-password', {
      params,
      body: { firstPassword: 'generated' },
    }),
    await browser.call('PUT /api/ram/users/:id/role', { params, body: { role: 'helpdesk' } }),
  ]
  for (const answer of answers) assert.equal(answer.problem.code, 'step_up_needed', answer.text)
  assert.deepEqual((await browser.call('GET /api/ram/users/:id', { params })).reply, pageOf(user))
})

test('a suspended user is out at once and stays out until resumed', async () => {
  await fresh()
  const mine = await makeUser(at, accountId, 'suspended-one', {})
  const browser = await signInUser(at, mine)
  const params = { id: mine.principalId }
  const suspended = await owner.browser.call('POST /api/ram/users/:id/suspend', { params })
  assert.equal(suspended.reply.state, 'suspended')
  assert.equal((await browser.call('GET /api/security')).status, 401)
  await owner.browser.call('POST /api/ram/users/:id/suspend', { params })
  assert.equal((await owner.browser.call('POST /api/ram/users/:id/resume', { params })).reply.state, 'active')
  assert.equal((await browser.call('GET /api/security')).status, 401)
  await signInUser(at, mine)
  const trail = await actions(mine.principalId)
  assert.deepEqual(trail.filter((action) => action.startsWith('user.')).toSorted(), [
    'user.resumed',
    'user.suspended',
  ])
})

test('a user in the bin is out, keeps the name, and comes back suspended', async () => {
  await fresh()
  const { user } = await created({ name: 'binned' })
  const params = { id: user.id }
  const { browser } = owner
  assert.deepEqual((await browser.call('DELETE /api/ram/users/:id', { params })).reply, { done: true })
  assert.equal((await create({ name: 'Binned' })).problem.code, 'user_name_taken')
  assert.equal(
    (await browser.call('POST /api/ram/users/:id/resume', { params })).problem.code,
    'user_not_found',
  )
  assert.equal(
    (await browser.call('PATCH /api/ram/users/:id', { params, body: { comment: 'x' } })).problem.code,
    'user_not_found',
  )
  const named = async (query: Record<string, string>) =>
    (await browser.call('GET /api/ram/users', { query })).reply.users.map(({ name }) => name)
  assert.deepEqual(await named({ search: 'binned' }), [])
  assert.deepEqual(await named({ search: 'binned', state: 'removed' }), ['binned'])
  assert.equal((await browser.call('POST /api/ram/users/:id/restore', { params })).reply.state, 'suspended')
  assert.equal((await browser.call('POST /api/ram/users/:id/resume', { params })).reply.state, 'active')
})

test('D10: a changed address is unverified, and only a real change unverifies', async () => {
  await fresh()
  const { user } = await created({ email: 'dora@example.com', phone: '+4915100000001' })
  const principal = { accountId, principalId: user.id as `prn_${string}` }
  await at.world.atomically((stores) => stores.users.verifyEmail(principal, 'dora@example.com', 5))
  const patch = (body: Call<'PATCH /api/ram/users/:id'>['body']) =>
    owner.browser.call('PATCH /api/ram/users/:id', { params: { id: user.id }, body })
  const same = await patch({ email: 'dora@EXAMPLE.com', displayName: 'Dora' })
  assert.deepEqual(same.reply.email, { address: 'dora@example.com', verified: true })
  const changed = await patch({ email: 'new@example.com', phone: null })
  assert.deepEqual(changed.reply.email, { address: 'new@example.com', verified: false })
  assert.equal(changed.reply.phone, null)
  assert.match(
    (await at.sentTexts('dora@example.com')).join('\n'),
    /email address of your account was changed/,
  )
})

test('I4, D10: fields that nobody may set are refused, and nothing is changed', async () => {
  await fresh()
  const { user } = await created()
  for (const extra of [
    { accountId: 'x' },
    { role: 'ram_administrator' },
    { state: 'active' },
    { emailVerifiedAt: 1 },
    { email: { address: 'a@example.com', verified: true } },
    { password: 'x' },
    { devices: 1 },
  ]) {
    const answer = await owner.browser.call('PATCH /api/ram/users/:id', {
      params: { id: user.id },
      body: extra as Call<'PATCH /api/ram/users/:id'>['body'],
    })
    assert.equal(answer.problem.code, 'invalid_request', JSON.stringify(extra))
  }
  const kept = await owner.browser.call('GET /api/ram/users/:id', { params: { id: user.id } })
  assert.deepEqual(kept.reply, pageOf(user))
})

test('I3, I5: users of another account are not there, whatever is asked of them', async () => {
  await fresh()
  await fresh(other)
  const { user } = await created({ name: 'shared' })
  const theirs = await created({ name: 'shared' }, other.browser)
  assert.notEqual(theirs.user.id, user.id)
  const params = { id: user.id }
  const { browser } = other
  const answers = [
    await browser.call('GET /api/ram/users/:id', { params }),
    await browser.call('PATCH /api/ram/users/:id', { params, body: { comment: 'x' } }),
    await browser.call('POST /api/ram/users/:id/suspend', { params }),
    await browser.call('POST /api/ram/users/:id/resume', { params }),
    await browser.call('DELETE /api/ram/users/:id', { params }),
    await browser.call('POST /api/ram/users/:id/restore', { params }),
    await browser.call('POST /api/ram/users/:id/first-password', {
      params,
      body: { firstPassword: 'generated' },
    }),
    await browser.call('PUT /api/ram/users/:id/role', { params, body: { role: 'helpdesk' } }),
  ]
  for (const answer of answers)
    assert.deepEqual([answer.status, answer.problem.code], [404, 'user_not_found'])
  const listed = await browser.call('GET /api/ram/users')
  assert.deepEqual(
    listed.reply.users.map(({ id }) => id),
    [theirs.user.id],
  )
  assert.deepEqual((await owner.browser.call('GET /api/ram/users/:id', { params })).reply, pageOf(user))
})

async function administrator(name: string): Promise<{ id: string; browser: TestBrowser }> {
  const user = await makeUser(at, accountId, name, { email: `${name}@example.com` })
  await at.world.atomically((stores) => stores.users.verifyEmail(user, `${name}@example.com`, 1))
  await fresh()
  const params = { id: user.principalId }
  const given = await owner.browser.call('PUT /api/ram/users/:id/role', {
    params,
    body: { role: 'ram_administrator' },
  })
  assert.equal(given.status, 200, given.text)
  const browser = await signInUser(at, user)
  at.clock.advance(MINUTE)
  await browser.call('POST /api/verification/:purpose/send', {
    params: { purpose: 'manage_users' },
    body: { method: 'email' },
  })
  const code = await at.sentCode(`${name}@example.com`)
  const proven = await browser.call('POST /api/verification/:purpose/prove', {
    params: { purpose: 'manage_users' },
    body: { method: 'email', code },
  })
  assert.equal(proven.status, 200, proven.text)
  return { id: user.principalId, browser }
}

test('I2: an administrator acts on users below, on none beside and not on itself, and gives no roles', async () => {
  const one = await administrator('admin-one')
  const two = await administrator('admin-two')
  const { user } = await created({ name: 'below' }, one.browser)
  const suspend = (id: string) => one.browser.call('POST /api/ram/users/:id/suspend', { params: { id } })
  assert.equal((await suspend(user.id)).reply.state, 'suspended')
  assert.equal((await suspend(two.id)).problem.code, 'rank_too_low')
  assert.equal((await suspend(one.id)).problem.code, 'rank_too_low')
  const role = await one.browser.call('PUT /api/ram/users/:id/role', {
    params: { id: user.id },
    body: { role: 'helpdesk' },
  })
  assert.equal(role.problem.code, 'permission_denied')
  await fresh()
  const owning = await owner.browser.call('PUT /api/ram/users/:id/role', {
    params: { id: user.id },
    body: { role: 'owner' },
  })
  assert.equal(owning.problem.code, 'rank_too_low')
  await owner.browser.call('PUT /api/ram/users/:id/role', { params: { id: one.id }, body: { role: 'none' } })
  assert.equal((await one.browser.call('GET /api/ram/users')).status, 401)
})
