/** Groups on a real database: limits hold in one statement, lists run along indexes, accounts never meet. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { sqlAccountStore } from '../accounts/sql.ts'
import type { AccountId, GroupId, PrincipalId } from '../kernel/ids.ts'
import { sqlErasureStore } from '../ram-users/sql.ts'
import { queryPlans } from '../testing/query-plans.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { sqlUserStore } from '../users/sql.ts'
import { userName } from '../users/user.ts'
import { groupName } from './group.ts'
import { sqlGroupStore } from './sql.ts'

const ONE: AccountId = '1000000000000001'
const TWO: AccountId = '1000000000000002'

function named(typed: string) {
  const name = groupName(typed)
  assert.ok(name)
  return name
}

function user(typed: string, accountId: AccountId = ONE) {
  return { accountId, principalId: `prn_${typed}` as PrincipalId, nameKey: typed }
}

async function on(act: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await testDatabase()
  try {
    await database.transact(async (sql) => {
      for (const accountId of [ONE, TWO]) {
        const email = canonicalEmail(`${accountId}@example.com`)
        assert.ok(email)
        await sqlAccountStore(sql).createMain({ accountId, principalId: `prn_${accountId}` }, email, 1)
        for (const typed of ['anna', 'bob']) {
          const name = userName(typed)
          assert.ok(name)
          await sqlUserStore(sql).create({
            ...user(typed, accountId),
            name,
            displayName: '',
            comment: '',
            mfaBindRequired: false,
            email: undefined,
            phone: undefined,
            passwordState: 'none',
            firstPasswordEndsAt: undefined,
            createdAt: 1,
          })
        }
        for (const typed of ['Night', 'day'])
          await sqlGroupStore(sql).create({
            accountId,
            groupId: `grp_${typed}_${accountId}`,
            name: named(typed),
            comment: '',
            createdAt: 2,
          })
      }
    })
    await act(database)
  } finally {
    await database.close()
  }
}

const key = (typed: string, accountId: AccountId = ONE) => ({
  accountId,
  groupId: `grp_${typed}_${accountId}` as GroupId,
})

test('a name is taken whatever its case, in its account alone', () =>
  on(async (database) => {
    const made = await database.transact((sql) =>
      sqlGroupStore(sql).create({
        accountId: ONE,
        groupId: 'grp_x',
        name: named('NIGHT'),
        comment: '',
        createdAt: 3,
      }),
    )
    assert.equal(made, false)
    const renamed = await database.transact((sql) =>
      sqlGroupStore(sql).change(key('day'), { name: named('night') }),
    )
    assert.equal(renamed, false)
    const cased = await database.transact((sql) =>
      sqlGroupStore(sql).change(key('Night'), { name: named('night') }),
    )
    assert.equal(cased, true)
    assert.equal((await sqlGroupStore(database.read).findByName(TWO, 'night'))?.name, 'Night')
  }))

test('a user is in as many groups as the limit and in no more, even when both are added at once', () =>
  on(async (database) => {
    const add = (typed: string) =>
      database.transact((sql) => sqlGroupStore(sql).add(key(typed), user('anna'), 1))
    assert.deepEqual((await Promise.all([add('Night'), add('day')])).toSorted(), [false, true])
    assert.equal((await sqlGroupStore(database.read).ofUser(user('anna'))).length, 1)
  }))

test('members of the bin are not counted, and an erased one is gone', () =>
  on(async (database) => {
    await database.transact(async (sql) => {
      for (const typed of ['anna', 'bob']) await sqlGroupStore(sql).add(key('day'), user(typed), 10)
      await sqlUserStore(sql).moveState(user('bob'), ['active'], 'removed', 5)
    })
    const read = sqlGroupStore(database.read)
    assert.equal((await read.find(key('day')))?.members, 1)
    assert.equal(await read.holds(key('day'), 'prn_bob'), true)
    await database.transact((sql) => sqlErasureStore(sql).erase(user('bob')))
    assert.equal(await read.holds(key('day'), 'prn_bob'), false)
    assert.equal(await read.holdsRole(key('day'), ['none']), true)
    assert.equal(await read.holdsRole(key('day'), ['helpdesk']), false)
  }))

test('a group that goes takes its memberships and nothing of another account', () =>
  on(async (database) => {
    await database.transact(async (sql) => {
      const groups = sqlGroupStore(sql)
      await groups.add(key('day'), user('anna'), 10)
      await groups.add(key('day', TWO), user('anna', TWO), 10)
      await groups.remove(key('day'))
      await groups.remove({ accountId: ONE, groupId: key('Night', TWO).groupId })
    })
    const read = sqlGroupStore(database.read)
    assert.equal(await read.find(key('day')), undefined)
    assert.deepEqual(await read.ofUser(user('anna')), [])
    assert.equal((await read.ofUser(user('anna', TWO))).length, 1)
    assert.deepEqual(
      (await read.list({ accountId: TWO, prefix: '', after: '', limit: 9 })).map(({ name }) => name),
      ['day', 'Night'],
    )
  }))

test('no list of groups reads a table from end to end', () =>
  on(async (database) => {
    const plans = await queryPlans(database, async (sql) => {
      const groups = sqlGroupStore(sql)
      await groups.list({ accountId: ONE, prefix: 'n', after: 'na', limit: 50 })
      await groups.find(key('day'))
      await groups.ofUser(user('anna'))
      await groups.holdsRole(key('day'), ['none'])
    })
    assert.equal(plans.length, 4)
    for (const plan of plans) assert.doesNotMatch(plan, /SCAN (user_group|group_member|ram_user)/, plan)
    assert.doesNotMatch(plans[0] ?? '', /TEMP B-TREE/)
  }))
