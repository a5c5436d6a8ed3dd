/** Accounts on a real database: a name has one holder, a set-up token one use. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Principal } from '../kernel/principal.ts'
import { testDatabase } from '../testing/test-database.ts'
import { canonicalEmail } from './canonical-email.ts'
import { sqlAccountStore } from './sql.ts'
import type { AccountStore } from './store.ts'

const ONE: Principal = { accountId: '1000000000000001', principalId: 'prn_one' }
const TWO: Principal = { accountId: '1000000000000002', principalId: 'prn_two' }

function address(typed: string) {
  const email = canonicalEmail(typed)
  assert.ok(email)
  return email
}

type Write = <T>(work: (accounts: AccountStore) => Promise<T>) => Promise<T>

async function on(act: (read: AccountStore, write: Write) => Promise<void>): Promise<void> {
  const database = await testDatabase()
  try {
    await act(sqlAccountStore(database.read), (work) =>
      database.transact((sql) => work(sqlAccountStore(sql))),
    )
  } finally {
    await database.close()
  }
}

test('I6: a name is found by its whole key alone', () =>
  on(async (read, write) => {
    await write((accounts) => accounts.createMain(ONE, address('joann@example.com'), 1))
    assert.equal((await read.findByName('joann@example.com'))?.principalId, ONE.principalId)
    for (const name of [
      'ann@example.com',
      'joann@example',
      'JOANN@example.com',
      '%@example.com',
      'joann_',
      '',
    ])
      assert.equal(await read.findByName(name), undefined, name)
  }))

test('a taken name makes no account, and what was there stays', () =>
  on(async (read, write) => {
    assert.equal(await write((accounts) => accounts.createMain(ONE, address('owner@example.com'), 1)), true)
    assert.equal(await write((accounts) => accounts.createMain(TWO, address('OWNER@example.com'), 2)), false)
    assert.equal(await read.details(TWO), undefined)
    assert.deepEqual(await read.list({ after: '', limit: 10 }), [
      { accountId: ONE.accountId, email: 'owner@example.com', createdAt: 1 },
    ])
  }))

test('of two who ask for one name at once one has it', () =>
  on(async (read, write) => {
    const made = await Promise.all(
      [ONE, TWO].map((who) => write((accounts) => accounts.createMain(who, address('owner@example.com'), 1))),
    )
    assert.deepEqual(made.toSorted(), [false, true])
    assert.equal((await read.list({ after: '', limit: 10 })).length, 1)
  }))

test('a changed address moves the name, frees the old one, and takes none that is taken', () =>
  on(async (read, write) => {
    await write((accounts) => accounts.createMain(ONE, address('one@example.com'), 1))
    await write((accounts) => accounts.createMain(TWO, address('two@example.com'), 1))
    assert.equal(await write((accounts) => accounts.changeEmail(TWO, address('One@example.com'), 5)), false)
    assert.equal((await read.details(TWO))?.email, 'two@example.com')
    assert.equal(await write((accounts) => accounts.changeEmail(ONE, address('new@example.com'), 5)), true)
    assert.equal(await read.findByName('one@example.com'), undefined)
    assert.equal((await read.findByName('new@example.com'))?.principalId, ONE.principalId)
    assert.deepEqual((await read.details(ONE))?.emailVerifiedAt, 5)
    assert.equal(await write((accounts) => accounts.changeEmail(TWO, address('one@example.com'), 6)), true)
  }))

test('the same address in other capitals is changed as well', () =>
  on(async (read, write) => {
    await write((accounts) => accounts.createMain(ONE, address('one@example.com'), 1))
    assert.equal(await write((accounts) => accounts.changeEmail(ONE, address('One@example.com'), 5)), true)
    assert.equal((await read.details(ONE))?.email, 'One@example.com')
    assert.equal((await read.findByName('one@example.com'))?.principalId, ONE.principalId)
  }))

test('a phone number is set, replaced and removed for its principal alone', () =>
  on(async (read, write) => {
    await write((accounts) => accounts.createMain(ONE, address('one@example.com'), 1))
    await write((accounts) => accounts.createMain(TWO, address('two@example.com'), 1))
    await write((accounts) => accounts.setPhone(ONE, '+4915112345678', 2))
    await write((accounts) => accounts.setPhone(TWO, '+4915100000000', 3))
    await write((accounts) => accounts.setPhone(ONE, '+4915187654321', 4))
    const details = await read.details(ONE)
    assert.deepEqual([details?.phone, details?.phoneVerifiedAt], ['+4915187654321', 4])
    assert.equal(await write((accounts) => accounts.removePhone(ONE)), true)
    assert.equal(await write((accounts) => accounts.removePhone(ONE)), false)
    assert.equal((await read.details(ONE))?.phone, undefined)
    assert.equal((await read.details(TWO))?.phone, '+4915100000000')
  }))

test('the security version of one principal rises alone', () =>
  on(async (read, write) => {
    await write((accounts) => accounts.createMain(ONE, address('one@example.com'), 1))
    await write((accounts) => accounts.createMain(TWO, address('two@example.com'), 1))
    await write((accounts) => accounts.bumpSecurityVersion(ONE))
    assert.equal((await read.details(ONE))?.securityVersion, 2)
    assert.equal((await read.details(TWO))?.securityVersion, 1)
  }))

test('B5: the newest set-up token is spent once, an older one never', () =>
  on(async (read, write) => {
    await write((accounts) => accounts.replaceSetUpToken('older', 1))
    await write((accounts) => accounts.replaceSetUpToken('newer', 2))
    assert.deepEqual([await read.hasSetUpToken('older'), await read.hasSetUpToken('newer')], [false, true])
    const spent = await Promise.all(
      ['older', 'newer', 'newer', 'newer'].map((hash) => write((accounts) => accounts.spendSetUpToken(hash))),
    )
    assert.equal(spent[0], false)
    assert.equal(spent.filter(Boolean).length, 1)
    assert.equal(await read.hasSetUpToken('newer'), false)
  }))
