/** RAM users on a real database: names are exact and unique, lists run along indexes, accounts never meet. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { sqlAccountStore } from '../accounts/sql.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { queryPlans } from '../testing/query-plans.ts'
import { testDatabase } from '../testing/test-database.ts'
import { sqlUserStore } from './sql.ts'
import type { UserStore } from './store.ts'
import { signInName, userName } from './user.ts'

const ONE: AccountId = '1000000000000001'
const TWO: AccountId = '1000000000000002'

type At = {
  readonly read: UserStore
  readonly write: <T>(work: (users: UserStore) => Promise<T>) => Promise<T>
  readonly add: (accountId: AccountId, name: string, email?: string) => Promise<Principal | undefined>
  readonly plans: (ask: (users: UserStore) => Promise<unknown>) => Promise<readonly string[]>
}

function email(typed: string) {
  const canonical = canonicalEmail(typed)
  assert.ok(canonical)
  return canonical
}

async function on(act: (at: At) => Promise<void>): Promise<void> {
  const database = await testDatabase()
  try {
    await database.transact(async (sql) => {
      const accounts = sqlAccountStore(sql)
      await accounts.createMain({ accountId: ONE, principalId: 'prn_one' }, email('one@example.com'), 1)
      await accounts.createMain({ accountId: TWO, principalId: 'prn_two' }, email('two@example.com'), 1)
    })
    const write: At['write'] = (work) => database.transact((sql) => work(sqlUserStore(sql)))
    await act({
      read: sqlUserStore(database.read),
      write,
      async add(accountId, typed, address) {
        const name = userName(typed)
        assert.ok(name)
        const principal: Principal = { accountId, principalId: `prn_${typed}` as PrincipalId }
        const made = await write((users) =>
          users.create({
            ...principal,
            name,
            displayName: '',
            comment: '',
            mfaBindRequired: false,
            email: address === undefined ? undefined : email(address),
            phone: undefined,
            passwordState: 'none',
            firstPasswordEndsAt: undefined,
            createdAt: 5,
          }),
        )
        return made ? principal : undefined
      },
      plans: (ask) => queryPlans(database, (sql) => ask(sqlUserStore(sql))),
    })
  } finally {
    await database.close()
  }
}

test('I6: a name is letters, digits, dots, hyphens and underscores, and is found by its whole key alone', () =>
  on(async ({ read, add }) => {
    for (const bad of [
      '',
      'a b',
      'anna@acme',
      'ann\u0430',
      'x'.repeat(65),
      ' anna',
      'a\u200bb',
      '\uff41',
      'é',
    ])
      assert.equal(userName(bad), undefined, bad)
    assert.deepEqual(userName('Jo.Ann_1-x'), { name: 'Jo.Ann_1-x', key: 'jo.ann_1-x' })
    await add(ONE, 'Joann')
    assert.equal((await read.findByName(ONE, 'joann'))?.name, 'Joann')
    for (const name of ['ann', 'joan', 'Joann', 'joann_', '%', 'joann%', ''])
      assert.equal(await read.findByName(ONE, name), undefined, name)
  }))

test('a name has one user in an account, in any case and in the bin, and another in another account', () =>
  on(async ({ read, write, add }) => {
    const anna = await add(ONE, 'anna')
    assert.ok(anna)
    assert.equal(await add(ONE, 'Anna'), undefined)
    assert.ok(await add(TWO, 'aNNa'))
    assert.equal(await write((users) => users.moveState(anna, ['active', 'suspended'], 'removed', 9)), true)
    assert.equal(await add(ONE, 'ANNA'), undefined)
    assert.equal((await read.findByName(ONE, 'anna'))?.state, 'removed')
    assert.equal((await read.findByName(TWO, 'anna'))?.name, 'aNNa')
    assert.equal(await read.count(ONE), 1)
  }))

test('of two who are given one name at once one has it', () =>
  on(async ({ add, read }) => {
    const made = await Promise.all([add(ONE, 'bob'), add(ONE, 'BOB')])
    assert.equal(made.filter((one) => one !== undefined).length, 1)
    assert.equal(await read.count(ONE), 1)
  }))

test('I5: no question answers with a user of another account', () =>
  on(async ({ read, write, add }) => {
    const anna = await add(ONE, 'anna', 'anna@example.com')
    assert.ok(anna)
    const strange = { accountId: TWO, principalId: anna.principalId }
    assert.equal(await read.find(strange), undefined)
    await write(async (users) => {
      await users.change(strange, { displayName: 'stolen' })
      await users.setRole(strange, 'ram_administrator')
      assert.equal(await users.verifyEmail(strange, 'anna@example.com', 9), false)
      assert.equal(await users.moveState(strange, ['active'], 'removed', 9), false)
    })
    const kept = await read.find(anna)
    assert.deepEqual(
      [kept?.displayName, kept?.role, kept?.emailVerifiedAt, kept?.state],
      ['', 'none', undefined, 'active'],
    )
    const everyone = { state: undefined, prefix: '', limit: 10 }
    assert.deepEqual(await read.listByName({ accountId: TWO, after: '', ...everyone }), [])
    assert.deepEqual(
      await read.listByEmail({ accountId: TWO, after: { key: '', principalId: '' }, ...everyone }),
      [],
    )
  }))

test('D10: an address is unverified until it is proven, and again once it is changed', () =>
  on(async ({ read, write, add }) => {
    const anna = await add(ONE, 'anna', 'Anna@example.com')
    assert.ok(anna)
    assert.deepEqual((await read.find(anna))?.emailVerifiedAt, undefined)
    assert.equal(await write((users) => users.verifyEmail(anna, 'other@example.com', 7)), false)
    assert.equal(await write((users) => users.verifyEmail(anna, 'Anna@example.com', 7)), true)
    assert.equal((await read.find(anna))?.emailVerifiedAt, 7)
    await write((users) => users.setEmail(anna, email('new@example.com')))
    const changed = await read.find(anna)
    assert.deepEqual([changed?.email, changed?.emailVerifiedAt], ['new@example.com', undefined])
    await write((users) => users.setEmail(anna, undefined))
    assert.equal((await read.find(anna))?.email, undefined)
  }))

test('a reminder is taken once in its time', () =>
  on(async ({ write, add }) => {
    const anna = await add(ONE, 'anna')
    assert.ok(anna)
    const take = (now: number) => write((users) => users.takeReminder(anna, now, now - 10))
    assert.deepEqual([await take(20), await take(25), await take(31)], [true, false, true])
  }))

test('a list goes on after a name and keeps to a beginning', () =>
  on(async ({ read, add }) => {
    for (const name of ['carl', 'Anna', 'anne', 'bob', 'ann_e', 'an'])
      await add(ONE, name, `${name}@example.com`)
    const names = async (prefix: string, after: string, limit = 10) =>
      (await read.listByName({ accountId: ONE, state: undefined, prefix, after, limit })).map(
        (user) => user.name,
      )
    assert.deepEqual(await names('', '', 3), ['an', 'ann_e', 'Anna'])
    assert.deepEqual(await names('', 'anna', 3), ['anne', 'bob', 'carl'])
    assert.deepEqual(await names('ann', ''), ['ann_e', 'Anna', 'anne'])
    const found = await read.listByEmail({
      accountId: ONE,
      state: undefined,
      prefix: 'anna@',
      after: { key: '', principalId: '' },
      limit: 10,
    })
    assert.deepEqual(
      found.map((user) => user.email),
      ['Anna@example.com'],
    )
  }))

test('no list reads a table from end to end or sorts what it read', () =>
  on(async ({ plans }) => {
    const page = { accountId: ONE, limit: 50 }
    const from = { key: 'a@example.com', principalId: 'prn_a' as const }
    const seen = await plans(async (users) => {
      for (const state of [undefined, 'suspended'] as const) {
        for (const prefix of ['', 'an']) {
          await users.listByName({ ...page, state, prefix, after: 'abc' })
          await users.listByEmail({ ...page, state, prefix, after: from })
        }
      }
      for (const prefix of ['', 'an'])
        await users.listByName({ ...page, state: undefined, group: 'grp_a', prefix, after: 'abc' })
      await users.listByEmail({ ...page, state: undefined, group: 'grp_a', prefix: 'an', after: from })
      await users.takenNames(ONE, ['anna', 'bob'])
      await users.findByName(ONE, 'anna')
      await users.find({ accountId: ONE, principalId: 'prn_a' })
    })
    assert.equal(seen.length, 14)
    for (const plan of seen) {
      assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/)
      assert.match(plan, /SEARCH (ram_user|email|group_member) USING/)
    }
    assert.match(seen[0] ?? '', /name_key>/)
    assert.match(seen[1] ?? '', /address_key>/)
    assert.match(seen[8] ?? '', /SEARCH group_member USING .*name_key>/)
  }))

test('who stayed away is found along the sign-ins of the account alone, and nothing is sorted', () =>
  on(async ({ plans }) => {
    const seen = await plans(async (users) => {
      for (const untoldAfter of [undefined, 5])
        await users.listQuiet(ONE, { since: 9, untoldAfter, limit: 100 })
    })
    assert.equal(seen.length, 2)
    for (const plan of seen) {
      assert.match(
        plan,
        /SEARCH ram_user USING INDEX ram_user_quiet \(account_id=\? AND state=\? AND <expr><\?\)/,
      )
      assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/)
    }
  }))

test('a user signs in by name and alias, or by name and account', () => {
  assert.equal(signInName({ name: 'Anna', accountId: ONE }, 'acme'), 'Anna@acme')
  assert.equal(signInName({ name: 'Anna', accountId: ONE }, undefined), 'Anna@1000000000000001')
})
