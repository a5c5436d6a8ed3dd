/** Groups through the front door: made, named, filled, emptied, and what the trail says of it. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Reply } from '@sallyport/contract'
import type { AccountId } from '../kernel/ids.ts'
import { type Owner, registerOwner } from '../testing/people.ts'
import {
  accountOf,
  type Made,
  makeGroup,
  makeUser,
  proveManaging,
  signInUser,
} from '../testing/ram-people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

let at: TestServer
let owner: Owner
let accountId: AccountId
let anna: Made

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
  anna = await makeUser(at, accountId, 'anna')
})
suite('groups', () => {
  beforeEach(async () => {
    at.clock.advance(16 * 60_000)
    await proveManaging(at, owner)
  })
  after(() => at.close())

  async function made(name: string, comment?: string) {
    const body = comment === undefined ? { name } : { name, comment }
    const answer = await owner.browser.call('POST /api/ram/groups', { body })
    assert.equal(answer.status, 200, answer.text)
    return answer.reply
  }

  async function events(action: string) {
    const { reply } = await owner.browser.call('GET /api/ram/audit', { query: { action } })
    return reply.events
  }

  test('a group is made, changed, listed by its beginning, and deleted', async () => {
    const group = await made('Night.shift', ' Those who work late ')
    assert.deepEqual([group.name, group.comment, group.members], ['Night.shift', 'Those who work late', 0])
    const params = { groupId: group.id }
    const body = { name: 'Late', comment: '' }
    const changed = await owner.browser.call('PATCH /api/ram/groups/:groupId', { params, body })
    assert.deepEqual(changed.reply, { ...group, ...body })
    const listed = await owner.browser.call('GET /api/ram/groups', { query: { search: 'LA' } })
    assert.deepEqual(listed.reply, { groups: [changed.reply], next: null })
    assert.equal((await owner.browser.call('DELETE /api/ram/groups/:groupId', { params })).status, 200)
    assert.equal((await owner.browser.call('GET /api/ram/groups/:groupId', { params })).status, 404)
    for (const action of ['group.created', 'group.changed', 'group.removed'])
      assert.equal((await events(action)).length, 1, action)
  })

  test('a name that no group may have, or that another has, is refused and says which field', async () => {
    await made('taken')
    for (const [name, code] of [
      ['a b', 'group_name_invalid'],
      ['x@y', 'group_name_invalid'],
      ['TAKEN', 'group_name_taken'],
    ] as const) {
      const { problem } = await owner.browser.call('POST /api/ram/groups', { body: { name } })
      assert.deepEqual([problem.code, problem.field], [code, 'name'])
    }
  })

  test('a user comes in once and goes out once, and the trail says each once', async () => {
    const group = await made('readers')
    const params = { groupId: group.id, id: anna.principalId }
    for (const _ of [1, 2])
      assert.equal(
        (await owner.browser.call('PUT /api/ram/groups/:groupId/members/:id', { params })).status,
        200,
      )
    const members = await owner.browser.call('GET /api/ram/groups/:groupId/members', { params })
    assert.deepEqual(
      members.reply.users.map(({ name }) => name),
      ['anna'],
    )
    const query = { group: group.id }
    assert.equal((await owner.browser.call('GET /api/ram/users', { query })).reply.users.length, 1)
    const ofUser = await owner.browser.call('GET /api/ram/users/:id/groups', { params })
    assert.deepEqual(
      ofUser.reply.groups.map(({ name, members }) => [name, members]),
      [['readers', 1]],
    )
    for (const _ of [1, 2])
      assert.equal(
        (await owner.browser.call('DELETE /api/ram/groups/:groupId/members/:id', { params })).status,
        200,
      )
    for (const action of ['group.member_added', 'group.member_removed']) {
      const [event, ...more] = await events(action)
      assert.deepEqual(
        [event?.subject, event?.details, more.length],
        [anna.principalId, { group: 'readers' }, 0],
      )
    }
  })

  test('a user is in ten groups and no more', async () => {
    const bob = await makeUser(at, accountId, 'bob')
    for (let nth = 0; nth < 10; nth += 1) await makeGroup(at, accountId, `tenth-${nth}`, [bob])
    const group = await made('eleventh')
    const params = { groupId: group.id, id: bob.principalId }
    const { problem } = await owner.browser.call('PUT /api/ram/groups/:groupId/members/:id', { params })
    assert.equal(problem.code, 'user_group_limit')
  })

  test('I8: who is in a group with somebody of the same rank cannot delete it under them', async () => {
    const admin = await makeUser(at, accountId, 'admin', {
      role: 'ram_administrator',
      email: 'admin@example.com',
    })
    const peer = await makeUser(at, accountId, 'peer', { role: 'ram_administrator' })
    await at.world.atomically((stores) =>
      stores.users.verifyEmail(admin, 'admin@example.com', at.clock.now()),
    )
    const mixed = await makeGroup(at, accountId, 'mixed', [peer, anna])
    const plain = await makeGroup(at, accountId, 'plain', [anna])
    const browser = await signInUser(at, admin)
    await proveManaging(at, { email: 'admin@example.com', browser })
    const gone = (groupId: string) => browser.call('DELETE /api/ram/groups/:groupId', { params: { groupId } })
    assert.equal((await gone(mixed)).problem.code, 'rank_too_low')
    assert.equal((await gone(plain)).status, 200)
    assert.ok(await at.world.read.groups.find({ accountId, groupId: mixed }))
  })

  test('the account has three hundred groups and no more', async () => {
    const there = await at.world.read.groups.count(accountId)
    for (let nth = there; nth < 300; nth += 1) await makeGroup(at, accountId, `filling-${nth}`)
    const { problem } = await owner.browser.call('POST /api/ram/groups', { body: { name: 'one-more' } })
    assert.equal(problem.code, 'group_limit')
    let pages = 0
    let seen = 0
    for (let after: string | null = ''; after !== null; pages += 1) {
      const { reply }: { reply: Reply<'GET /api/ram/groups'> } = await owner.browser.call(
        'GET /api/ram/groups',
        { query: { after } },
      )
      seen += reply.groups.length
      after = reply.next
    }
    assert.deepEqual([pages, seen], [6, 300])
  })
})
