import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recordEvent } from '../audit/record-event.ts'
import { DAY } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { bindDevice, givePassword, type Owner, registerOwner } from '../testing/people.ts'
import { accountOf, giveDevice, type Made, makeUser } from '../testing/ram-people.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { COLUMNS } from './credential-report.ts'

let at: TestServer
let owner: Owner
let accountId: AccountId
let ann: Made

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
  const other = await accountOf(await registerOwner(at, 'other@example.com'))
  await giveDevice(at, await makeUser(at, other, 'zoe'))
  ann = await makeUser(at, accountId, 'Ann', { mfaBindRequired: true })
  const bob = await makeUser(at, accountId, 'bob', { mfaBindRequired: true, email: 'bob@example.com' })
  await giveDevice(at, bob)
  await makeUser(at, accountId, 'cat', { state: 'suspended' })
  await makeUser(at, accountId, 'dan', { state: 'removed' })
  await makeUser(at, accountId, 'eve', { password: false, phone: '+4915112345678' })
})
after(() => at.close())

test('the overview counts this account alone, and says what would raise its score', async () => {
  const { reply } = await owner.browser.call('GET /api/ram/overview')
  assert.deepEqual(reply.users, { active: 3, suspended: 1, removed: 1, withMfa: 1, obligedWithoutMfa: 1 })
  assert.deepEqual(reply.advice, ['bind_owner_mfa', 'enforce_mfa', 'remind_users', 'set_networks'])
  assert.equal(reply.score, 15)
  assert.equal(reply.days.length, 30)
  assert.deepEqual(reply.days.at(-1), {
    day: '2026-11-24',
    withMfa: 1,
    signIns: 0,
    twoStepSignIns: 0,
    refused: 0,
    byFactor: { password: 0, virtualMfa: 0, recoveryCode: 0, bypassCode: 0 },
  })
  assert.equal(reply.days[0]?.day, '2026-10-26')
})

test('the report lists who is not in the bin in order of name, with and without MFA', async () => {
  const all = await owner.browser.call('GET /api/ram/report')
  const alias = `@${accountId}`
  assert.deepEqual(
    all.reply.rows.map((row) => row.signInName),
    ['Ann', 'bob', 'cat', 'eve'].map((name) => name + alias),
  )
  assert.equal(all.reply.next, null)
  const bob = all.reply.rows[1]
  assert.deepEqual(bob?.factors, ['password', 'virtual_mfa'])
  assert.equal(bob?.boundAt, new Date(at.clock.now()).toISOString())
  assert.deepEqual(
    all.reply.rows.map((row) => row.mfaObliged),
    [true, true, false, false],
  )
  assert.deepEqual(
    all.reply.rows.map((row) => row.canVerify),
    [false, true, false, true],
    'an email or a phone is on file',
  )
  const without = await owner.browser.call('GET /api/ram/report', { query: { mfa: 'without', after: 'Ann' } })
  assert.deepEqual(
    without.reply.rows.map((row) => row.signInName),
    ['cat', 'eve'].map((name) => name + alias),
  )
})

test('pages of the report meet without a gap', async () => {
  const names = Array.from({ length: 120 }, (_, index) => `page-${String(index).padStart(3, '0')}`)
  for (const name of names) await makeUser(at, accountId, name, { password: false })
  const seen: string[] = []
  let after: string | null = 'page-'
  while (after !== null) {
    const query = { after } as Record<string, string>
    const page: Awaited<ReturnType<typeof read>> = await read(query)
    seen.push(...page.rows.map((row) => row.signInName.split('@')[0] ?? ''))
    after = page.next
  }
  assert.deepEqual(seen, names)

  async function read(query: Record<string, string>) {
    return (await owner.browser.call('GET /api/ram/report', { query })).reply
  }
})

test('the credential report has the cloud’s columns, the main account first, and no secret', async () => {
  const { csv } = (await owner.browser.call('GET /api/ram/credential-report')).reply
  const [head, root, ...users] = csv.trimEnd().split('\r\n')
  assert.equal(head, COLUMNS.join(','))
  const noKeys = 'FALSE,N/A,N/A,N/A,FALSE,N/A,N/A,N/A'
  const now = '2026-11-24T12:00:00Z'
  assert.equal(root, `<root>,${now},-,TRUE,TRUE,${now},N/A,FALSE,${noKeys}`)
  assert.equal(users[0], `Ann,${now},-,TRUE,TRUE,${now},N/A,FALSE,${noKeys}`)
  assert.equal(users[1], `bob,${now},-,TRUE,TRUE,${now},N/A,TRUE,${noKeys}`)
  assert.equal(users[2], `cat,${now},-,TRUE,FALSE,${now},N/A,FALSE,${noKeys}`)
  assert.equal(users[3], `eve,${now},-,FALSE,N/A,N/A,N/A,FALSE,${noKeys}`)
  assert.equal(users.length, 4 + 120)
})

test('the audit trail is searched by action, user and outcome, names people, and is followed by the newest place', async () => {
  const context = testContext()
  const write = (event: {
    action: 'mfa.renamed' | 'sign_in.refused'
    subject: string
    outcome: 'succeeded' | 'refused'
  }) =>
    at.world.atomically((stores) =>
      recordEvent(stores, at.clock, { accountId, actor: event.subject, context, ...event }),
    )
  for (let index = 0; index < 60; index += 1)
    await write({ action: 'mfa.renamed', subject: ann.principalId, outcome: 'succeeded' })
  await write({ action: 'sign_in.refused', subject: ann.principalId, outcome: 'refused' })
  const trail = (query: Record<string, string>) =>
    owner.browser.call('GET /api/ram/audit', { query }).then(({ reply }) => reply)

  const newest = await trail({})
  assert.equal(newest.events.length, 50)
  assert.equal(newest.more, true)
  const seqs = newest.events.map((event) => event.seq)
  assert.deepEqual(
    seqs,
    [...seqs].sort((a, b) => b - a),
  )
  assert.equal(newest.events[0]?.actorName, ann.signInName)
  const older = await trail({ before: String(seqs.at(-1)) })
  assert.equal(older.events[0]?.seq, (seqs.at(-1) ?? 0) - 1)
  assert.equal(older.events.at(-1)?.actorName, 'owner@example.com')
  assert.equal(older.events.at(-1)?.actor, 'you')

  const refused = await trail({ user: ann.principalId, outcome: 'refused' })
  assert.deepEqual(
    refused.events.map((event) => event.action),
    ['sign_in.refused'],
  )
  assert.equal((await trail({ action: 'mfa.renamed', outcome: 'refused' })).events.length, 0)
  assert.equal((await trail({ action: 'mfa.renamed' })).more, true)
  const long = await trail({ action: 'mfa.renamed', limit: '500' })
  assert.deepEqual([long.events.length, long.more], [60, false])
  for (const limit of ['0', '501', '1e2'])
    assert.equal((await owner.browser.call('GET /api/ram/audit', { query: { limit } })).status, 400)

  const tail = await trail({ after: String((seqs[0] ?? 0) - 55) })
  assert.equal(tail.events.length, 50)
  assert.equal(tail.more, true)
  const rest = await trail({ after: String(tail.events[0]?.seq) })
  assert.equal(rest.events[0]?.seq, seqs[0])
  assert.equal(rest.more, false)
  assert.deepEqual((await trail({ after: String(seqs[0]) })).events, [])
})

test('another account’s trail and users are not in any of it', async () => {
  const browser = at.browser()
  const stranger = await registerOwner(at, 'third@example.com')
  for (const key of [
    'GET /api/ram/report',
    'GET /api/ram/credential-report',
    'GET /api/ram/audit',
  ] as const) {
    const answer = await stranger.browser.call(
      key,
      key === 'GET /api/ram/audit' ? { query: { user: ann.principalId } } : {},
    )
    assert.equal(answer.status, 200)
    assert.ok(!answer.text.includes(ann.principalId) && !answer.text.includes('Ann'))
    assert.equal((await browser.call(key)).problem.code, 'sign_in_needed')
  }
})

test('days count sign-ins with one step and with two, by factor, and refusals', async () => {
  at.clock.advance(DAY)
  const bound = await bindDevice(at, await registerOwner(at, 'fourth@example.com'))
  const wrong = await at
    .browser()
    .call('POST /api/sign-in', { body: { accountName: bound.email, password: 'not the password at all' } })
  assert.equal(wrong.status, 401)
  const browser = at.browser()
  const body = { accountName: bound.email, password: 'harbour lantern orbit 61' }
  assert.equal((await browser.call('POST /api/sign-in', { body })).status, 200)
  const second = await browser.call('POST /api/sign-in/prove', {
    body: { method: 'virtual_mfa', code: bound.code() },
  })
  assert.equal(second.status, 200, second.text)
  const saved = await givePassword(at, bound.email)
  const recovered = await saved.call('POST /api/sign-in/prove', {
    body: { method: 'recovery_code', code: bound.recoveryCodes[0] ?? '' },
  })
  assert.equal(recovered.status, 200, recovered.text)
  const { reply } = await browser.call('GET /api/ram/overview')
  assert.deepEqual(reply.days.at(-1), {
    day: '2026-11-25',
    withMfa: 0,
    signIns: 2,
    twoStepSignIns: 2,
    refused: 1,
    byFactor: { password: 0, virtualMfa: 1, recoveryCode: 1, bypassCode: 0 },
  })
  assert.ok(!reply.advice.includes('bind_owner_mfa') && !reply.advice.includes('owner_recovery_codes'))
  assert.equal(reply.score, 85)
})
