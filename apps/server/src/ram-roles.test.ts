/** Every role at every door of the RAM console; ids of another account; bodies that claim too much (I1-I6, I8, D2, D10). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type EndpointKey, endpointOf, endpoints, type Role } from '@sallyport/contract'
import type { GroupId } from './kernel/ids.ts'
import { type Owner, registerOwner } from './testing/people.ts'
import { accountOf, type Made, makeGroup, makeUser, proveManaging, signInUser } from './testing/ram-people.ts'
import type { TestBrowser } from './testing/test-browser.ts'
import { type TestServer, testServer } from './testing/test-server.ts'

type Column = 'owner' | 'admin' | 'auditor' | 'helpdesk' | 'none'
type Key = Extract<EndpointKey, `${string} /api/ram/${string}`>

const READERS: readonly Column[] = ['owner', 'admin', 'auditor']
const WRITERS: readonly Column[] = ['owner', 'admin']
const HELPERS: readonly Column[] = ['owner', 'admin', 'helpdesk']

/** Who may enter, by hand: the contract's table is held to this one. */
const MAY_ENTER: Readonly<Record<Exclude<Key, 'POST /api/ram/mfa/later'>, readonly Column[]>> = {
  'GET /api/ram/users': [...READERS, 'helpdesk'],
  'POST /api/ram/users': WRITERS,
  'GET /api/ram/users/:id': [...READERS, 'helpdesk'],
  'GET /api/ram/users/:id/sessions': [...READERS, 'helpdesk'],
  'DELETE /api/ram/users/:id/sessions/:sessionId': WRITERS,
  'DELETE /api/ram/users/:id/sessions': WRITERS,
  'PATCH /api/ram/users/:id': WRITERS,
  'POST /api/ram/users/:id/suspend': WRITERS,
  'POST /api/ram/users/:id/resume': WRITERS,
  'DELETE /api/ram/users/:id': WRITERS,
  'POST /api/ram/users/:id/restore': WRITERS,
  'POST /api/ram/users/:id/first-password': WRITERS,
  'PUT /api/ram/users/:id/role': ['owner'],
  'POST /api/ram/users/:id/reset-mfa': HELPERS,
  'POST /api/ram/users/:id/bypass-code': HELPERS,
  'GET /api/ram/users/:id/groups': [...READERS, 'helpdesk'],
  'POST /api/ram/imports/preview': WRITERS,
  'POST /api/ram/imports': WRITERS,
  'GET /api/ram/groups': [...READERS, 'helpdesk'],
  'POST /api/ram/groups': WRITERS,
  'GET /api/ram/groups/:groupId': [...READERS, 'helpdesk'],
  'PATCH /api/ram/groups/:groupId': WRITERS,
  'GET /api/ram/groups/:groupId/members': [...READERS, 'helpdesk'],
  'PUT /api/ram/groups/:groupId/members/:id': WRITERS,
  'DELETE /api/ram/groups/:groupId/members/:id': WRITERS,
  'DELETE /api/ram/groups/:groupId': WRITERS,
  'GET /api/ram/settings': READERS,
  'PUT /api/ram/alias': WRITERS,
  'POST /api/ram/settings/preview': WRITERS,
  'PUT /api/ram/settings': WRITERS,
  'POST /api/ram/reminders': WRITERS,
  'GET /api/ram/overview': [...READERS, 'helpdesk'],
  'GET /api/ram/report': READERS,
  'GET /api/ram/report-csv': READERS,
  'GET /api/ram/credential-report': READERS,
  'GET /api/ram/audit': READERS,
}
const KEYS = Object.keys(MAY_ENTER) as (keyof typeof MAY_ENTER)[]

const SETTINGS = {
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
} as const

/** A body that the door takes, for those that take one. */
const BODIES: Partial<Record<EndpointKey, object>> = {
  'POST /api/ram/users': { name: 'new', firstPassword: 'generated', mfaBindRequired: false },
  'PATCH /api/ram/users/:id': { displayName: 'Changed', email: 'changed@example.com' },
  'POST /api/ram/users/:id/first-password': { firstPassword: 'generated' },
  'PUT /api/ram/users/:id/role': { role: 'ram_administrator' },
  'POST /api/ram/users/:id/bypass-code': { reason: 'lost phone', hours: 1 },
  'POST /api/ram/imports/preview': { csv: 'user_name\nimported', firstPassword: 'generated' },
  'POST /api/ram/imports': {
    lines: [
      {
        line: 2,
        name: 'imported',
        displayName: '',
        email: null,
        phone: null,
        comment: '',
        mfaBindRequired: false,
        groups: [],
      },
    ],
    firstPassword: 'generated',
  },
  'POST /api/ram/groups': { name: 'readers' },
  'PATCH /api/ram/groups/:groupId': { comment: 'Changed' },
  'PUT /api/ram/alias': { alias: 'harbour' },
  'POST /api/ram/settings/preview': SETTINGS,
  'PUT /api/ram/settings': { settings: SETTINGS, token: 'x' },
}

const ROLES: Readonly<Record<Exclude<Column, 'owner'>, Exclude<Role, 'owner'>>> = {
  admin: 'ram_administrator',
  auditor: 'security_auditor',
  helpdesk: 'helpdesk',
  none: 'none',
}

let at: TestServer
let owner: Owner
let people: Record<Exclude<Column, 'owner'>, Made>
let browsers: Record<Column, TestBrowser>
let subject: Made
let foreigner: Made
/** Of the account, with the subject in it; and one of the other account. */
let group: GroupId
let foreignGroup: GroupId

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  const accountId = await accountOf(owner)
  const made: Record<string, Made> = {}
  const signedIn: Record<string, TestBrowser> = { owner: owner.browser }
  for (const [column, role] of Object.entries(ROLES)) {
    const user = await makeUser(at, accountId, column, { role, email: `${column}@example.com` })
    made[column] = user
    signedIn[column] = await signInUser(at, user)
  }
  people = made as typeof people
  browsers = signedIn as typeof browsers
  subject = await makeUser(at, accountId, 'subject', { email: 'subject@example.com' })
  const other = await registerOwner(at, 'other@example.com')
  foreigner = await makeUser(at, await accountOf(other), 'subject', { email: 'foreigner@example.com' })
  group = await makeGroup(at, accountId, 'night-shift', [subject])
  foreignGroup = await makeGroup(at, foreigner.accountId, 'foreign-shift', [foreigner])
})
after(() => at.close())

function send(browser: TestBrowser, key: EndpointKey, id: string, body = BODIES[key], groupId = group) {
  return browser.call(key, {
    params: { id, groupId, sessionId: 'ses_AAAAAAAAAAAAAAAAAAAAAA' },
    ...(body === undefined ? {} : { body: body as never }),
  })
}

/** Everything that is kept of a user, but for what reading changes. */
async function rowOf({ accountId, principalId }: Made): Promise<string> {
  const { read } = at.world
  const user = await read.users.find({ accountId, principalId })
  const password = await read.passwords.find({ accountId, principalId })
  const devices = await read.totp.list({ accountId, principalId })
  assert.ok(user)
  return JSON.stringify([user, password, devices])
}

test('the table of doors is the contract’s', () => {
  const guarded = Object.keys(endpoints).filter((key) => key.includes(' /api/ram/'))
  assert.deepEqual([...KEYS, 'POST /api/ram/mfa/later'].sort(), guarded.sort())
  for (const key of KEYS) {
    assert.equal(endpointOf(key).access, 'session', key)
    assert.ok(endpointOf(key).permission, key)
  }
})

test('I2, I8: each role enters the doors of its row and no other, whatever the body', async () => {
  for (const key of KEYS) {
    for (const column of Object.keys(browsers) as Column[]) {
      const answer = await send(browsers[column], key, subject.principalId)
      const cell = `${column} at ${key}: ${answer.text}`
      const denied = answer.status === 403 && answer.problem.code === 'permission_denied'
      assert.equal(denied, !MAY_ENTER[key].includes(column), cell)
    }
  }
})

test('every act asks for step-up before it looks at anything', async () => {
  const row = await rowOf(subject)
  for (const key of KEYS) {
    if (key.startsWith('GET') || key.endsWith('/preview')) continue
    for (const column of MAY_ENTER[key]) {
      for (const id of [subject.principalId, foreigner.principalId]) {
        const answer = await send(browsers[column], key, id)
        assert.equal(answer.problem.code, 'step_up_needed', `${column} at ${key}: ${answer.text}`)
      }
    }
  }
  assert.equal(await rowOf(subject), row)
})

test('I4, D10: a field that the contract does not know is refused, and the owner of a user never moves', async () => {
  await proveManaging(at, owner)
  const claims = {
    accountId: foreigner.accountId,
    principalId: foreigner.principalId,
    account_id: foreigner.accountId,
    id: foreigner.principalId,
    owner: foreigner.principalId,
    kind: 'main',
    emailVerified: true,
    phoneVerified: true,
    passwordState: 'own',
    password: 'chosen by the administrator',
    securityVersion: 1,
    __proto: {},
  }
  const row = await rowOf(foreigner)
  for (const key of KEYS) {
    if (key.startsWith('GET')) continue
    for (const [field, value] of Object.entries(claims)) {
      const body = { ...BODIES[key], [field]: value }
      const answer = await send(owner.browser, key, subject.principalId, body)
      // A door that takes no body reads none.
      if (BODIES[key] === undefined) break
      assert.equal(answer.problem.code, 'invalid_request', `${key} with ${field}: ${answer.text}`)
    }
  }
  const patched = { email: { address: 'x@example.com', verified: true } }
  assert.equal(
    (await send(owner.browser, 'PATCH /api/ram/users/:id', subject.principalId, patched)).status,
    400,
  )
  assert.equal(await rowOf(foreigner), row)
})

test('I3, I5, D2: ids of another account, of nobody and of the main account are found nowhere', async () => {
  const before = await rowOf(foreigner)
  const trail = await at.world.read.audit.head(foreigner.accountId)
  const main = (await at.world.read.accounts.findByName(owner.email))?.principalId ?? ''
  for (const key of KEYS) {
    if (!key.includes(':id')) continue
    for (const id of [foreigner.principalId, 'prn_AAAAAAAAAAAAAAAAAAAAAA', main]) {
      const answer = await send(owner.browser, key, id)
      assert.deepEqual(
        [answer.status, answer.problem.code],
        [404, 'user_not_found'],
        `${key}: ${answer.text}`,
      )
    }
  }
  assert.equal(await rowOf(foreigner), before)
  assert.deepEqual(await at.world.read.audit.head(foreigner.accountId), trail)
})

test('I3, I5, D2: groups of another account and of nobody are found nowhere', async () => {
  const kept = () => at.world.read.groups.find({ accountId: foreigner.accountId, groupId: foreignGroup })
  const before = await kept()
  const trail = await at.world.read.audit.head(foreigner.accountId)
  for (const key of KEYS) {
    if (!key.includes(':groupId')) continue
    for (const foreign of [foreignGroup, 'grp_AAAAAAAAAAAAAAAAAAAAAA'] as const) {
      const answer = await send(owner.browser, key, subject.principalId, BODIES[key], foreign)
      assert.deepEqual(
        [answer.status, answer.problem.code],
        [404, 'group_not_found'],
        `${key}: ${answer.text}`,
      )
    }
  }
  assert.deepEqual(await kept(), before)
  assert.deepEqual(await at.world.read.audit.head(foreigner.accountId), trail)
  const filtered = await owner.browser.call('GET /api/ram/users', { query: { group: foreignGroup } })
  assert.deepEqual(filtered.reply.users, [])
})

test('I5: lists and reports of one account never hold the other’s users', async () => {
  for (const key of KEYS) {
    if (!key.startsWith('GET') || key.includes(':id')) continue
    const { text } = await owner.browser.call(key, { params: { groupId: group } })
    assert.ok(!text.includes(foreigner.principalId), key)
    assert.ok(!text.includes('foreigner@example.com'), key)
    assert.ok(!text.includes('foreign-shift'), key)
  }
})

test('nobody acts on somebody of the same height or above, nor on themselves', async () => {
  const heights: Readonly<Record<Exclude<Column, 'owner'>, number>> = {
    admin: 2,
    auditor: 1,
    helpdesk: 1,
    none: 0,
  }
  for (const column of ['admin', 'helpdesk'] as const) {
    const email = `${column}@example.com`
    // What an administrator typed proves nothing here until the user did.
    await at.world.atomically((stores) => stores.users.verifyEmail(people[column], email, at.clock.now()))
    await proveManaging(at, { email, browser: browsers[column] })
    for (const target of Object.keys(ROLES) as Exclude<Column, 'owner'>[]) {
      if (heights[column] > heights[target]) continue
      const row = await rowOf(people[target])
      for (const key of KEYS) {
        if (!key.includes(':id') || key.startsWith('GET') || !MAY_ENTER[key].includes(column)) continue
        const answer = await send(browsers[column], key, people[target].principalId)
        const cell = `${column} on ${target} at ${key}: ${answer.text}`
        assert.deepEqual([answer.status, answer.problem.code], [403, 'rank_too_low'], cell)
      }
      assert.equal(await rowOf(people[target]), row)
    }
  }
})

test('I8: no answer of the RAM console holds a secret of a user', async () => {
  for (const key of KEYS) {
    if (!key.startsWith('GET')) continue
    const { text } = await send(owner.browser, key, subject.principalId)
    assert.doesNotMatch(text, /\$argon2|"(key|[^"]*(sealed|mac|hash|token|secret)[^"]*)":/i, key)
  }
})
