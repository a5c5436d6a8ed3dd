/** Lists of users: every one once, in order, a page at a time, with a bound on what is read. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { sqlAccountStore } from '../accounts/sql.ts'
import { groupName } from '../groups/group.ts'
import { sqlGroupStore } from '../groups/sql.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { sqlUserStore } from '../users/sql.ts'
import type { UserStore } from '../users/store.ts'
import type { RamUser } from '../users/user.ts'
import { userName } from '../users/user.ts'
import { listUsers, type Wanted } from './list-users.ts'

const ACCOUNT: AccountId = '1000000000000001'
const GROUP = { accountId: ACCOUNT, groupId: 'grp_thirds' } as const

let database: TestDatabase
let read: { users: UserStore }
const names = Array.from({ length: 130 }, (_, index) => `user-${String(index).padStart(3, '0')}`)

before(async () => {
  database = await testDatabase()
  read = { users: sqlUserStore(database.read) }
  await database.transact(async (sql) => {
    const owner = canonicalEmail('owner@example.com')
    assert.ok(owner)
    await sqlAccountStore(sql).createMain({ accountId: ACCOUNT, principalId: 'prn_owner' }, owner, 1)
    const users = sqlUserStore(sql)
    const groups = sqlGroupStore(sql)
    const thirds = groupName('thirds')
    assert.ok(thirds)
    await groups.create({ ...GROUP, name: thirds, comment: '', createdAt: 1 })
    for (const typed of names) {
      const name = userName(typed)
      const email = canonicalEmail(`${Number(typed.slice(5)) % 2 ? 'odd' : 'user'}.${typed}@example.com`)
      assert.ok(name && email)
      const principal = { accountId: ACCOUNT, principalId: `prn_${typed}` as PrincipalId }
      await users.create({
        ...principal,
        name,
        displayName: '',
        comment: '',
        mfaBindRequired: false,
        email,
        phone: undefined,
        passwordState: 'none',
        firstPasswordEndsAt: undefined,
        createdAt: 1,
      })
      if (Number(typed.slice(5)) % 3 === 0) await groups.add(GROUP, { ...principal, nameKey: name.key }, 10)
      if (typed.endsWith('9')) await users.moveState(principal, ['active'], 'removed', 2)
      if (typed.endsWith('8')) await users.moveState(principal, ['active'], 'suspended', 2)
    }
  })
})
after(() => database.close())

/** All pages, one after another. */
async function pages(wanted: Wanted): Promise<readonly (readonly string[])[]> {
  const found: string[][] = []
  let cursor: string | undefined
  do {
    const page = await listUsers(read, ACCOUNT, {
      ...wanted,
      ...(cursor === undefined ? {} : { after: cursor }),
    })
    found.push(page.users.map((user) => user.name))
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

test('every user outside the bin is on one page, in order of name', async () => {
  const all = await pages({})
  assert.deepEqual(
    all.map((page) => page.length),
    [50, 50, 17],
  )
  assert.deepEqual(
    all.flat(),
    names.filter((name) => !name.endsWith('9')),
  )
})

test('a state alone is listed where it is asked for', async () => {
  const endingIn = (digit: string) => names.filter((name) => name.endsWith(digit))
  assert.deepEqual((await pages({ state: 'removed' })).flat(), endingIn('9'))
  assert.deepEqual((await pages({ state: 'suspended' })).flat(), endingIn('8'))
})

test('a search finds by the beginning of the name, then by that of the email, and nobody twice', async () => {
  assert.deepEqual((await pages({ search: 'USER-01' })).flat(), names.slice(10, 19))
  const byEmail = (await pages({ search: 'odd' })).flat()
  assert.deepEqual(
    byEmail,
    names.filter((name) => Number(name.slice(5)) % 2 === 1 && !name.endsWith('9')),
  )
  const both = (await pages({ search: 'user' })).flat()
  assert.deepEqual(
    both,
    names.filter((name) => !name.endsWith('9')),
  )
  assert.deepEqual(await pages({ search: 'ser-01' }), [[]])
  assert.deepEqual(await pages({ search: '%' }), [[]])
})

test('a group is listed in order of name, with a search and with the other filters', async () => {
  const thirds = names.filter((name) => Number(name.slice(5)) % 3 === 0)
  const outside = thirds.filter((name) => !name.endsWith('9'))
  assert.deepEqual((await pages({ group: GROUP.groupId })).flat(), outside)
  assert.deepEqual(
    (await pages({ group: GROUP.groupId, state: 'removed' })).flat(),
    thirds.filter((name) => name.endsWith('9')),
  )
  assert.deepEqual(
    (await pages({ group: GROUP.groupId, search: 'user-01' })).flat(),
    outside.filter((name) => name.startsWith('user-01')),
  )
  assert.deepEqual(
    (await pages({ group: GROUP.groupId, search: 'odd' })).flat(),
    outside.filter((name) => Number(name.slice(5)) % 2 === 1),
  )
  assert.deepEqual(await pages({ group: GROUP.groupId, mfa: 'with' }), [[]])
  assert.deepEqual(await pages({ group: 'grp_nothing' }), [[]])
})

test('a page of exactly all there is has no next one', async () => {
  const page = await listUsers(read, ACCOUNT, { search: 'user-0', state: 'active', after: 'user-035' })
  assert.equal(page.users.length, 50)
  assert.equal(page.next, undefined)
})

test('a page reads no more than its bound and says where to go on', async () => {
  let asked = 0
  const without = (after: string): RamUser =>
    ({ name: after, nameKey: after, state: 'active', devices: 0, principalId: 'prn_x' }) as unknown as RamUser
  const users = {
    async listByName({ after, limit }: { after: string; limit: number }) {
      asked += limit
      const from = after === '' ? 0 : Number(after) + 1
      return Array.from({ length: limit }, (_, index) => without(String(from + index).padStart(9, '0')))
    },
  } as unknown as UserStore
  const page = await listUsers({ users }, ACCOUNT, { mfa: 'with' })
  assert.deepEqual([page.users.length, page.next, asked], [0, '000004999', 5000])
})
