/** Known devices on a real database: what makes a browser known, to whom, and what ends it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sqlAccountStore } from '../accounts/sql.ts'
import { hashToken } from '../crypto/token.ts'
import { DAY } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import { Secret } from '../kernel/secret.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { findKnownDevice } from './find-known-device.ts'
import { rememberDevice } from './remember-device.ts'
import { sqlDeviceStore } from './sql.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const clock = heldClock()
const random = countedRandom('devices')
let people = 0

/** A principal with its rows, which a device refers to. */
async function someone(): Promise<Principal> {
  people += 1
  const principal: Principal = {
    accountId: `${3_000_000_000_000_000n + BigInt(people)}`,
    principalId: `prn_device${people}`,
  }
  const email = { address: `p${people}@example.com`, key: `p${people}@example.com` }
  await database.transact((sql) => sqlAccountStore(sql).createMain(principal, email, clock.now()))
  return principal
}

const read = () => ({ devices: sqlDeviceStore(database.read) })

function remember(principal: Principal, token?: Secret<string>) {
  return database.transact((sql) =>
    rememberDevice(
      { devices: sqlDeviceStore(sql) },
      { clock, random },
      { principal, token, context: testContext() },
    ),
  )
}

test('a browser is known after it was remembered, and is remembered once', async () => {
  const who = await someone()
  const first = await remember(who)
  assert.equal(first.isNew, true)
  assert.equal(await findKnownDevice(read(), who, first.token), first.deviceId)
  clock.advance(DAY)
  const again = await remember(who, first.token)
  assert.equal(again.isNew, false)
  assert.equal(again.deviceId, first.deviceId)
  const row = await read().devices.find(who, hashToken('device', first.token))
  assert.equal(row?.lastSeenAt, clock.now())
  assert.equal(row?.madeAt, clock.now() - DAY)
})

test('F9: a device cookie copied to another account is nothing there', async () => {
  const who = await someone()
  const other = await someone()
  const { token } = await remember(who)
  assert.equal(await findKnownDevice(read(), other, token), undefined)
  assert.equal(await findKnownDevice(read(), { ...other, accountId: who.accountId }, token), undefined)
})

test('F9: two accounts share a browser by one cookie, each with a row of its own', async () => {
  const who = await someone()
  const other = await someone()
  const first = await remember(who)
  const second = await remember(other, first.token)
  assert.equal(second.token.open(), first.token.open())
  assert.equal(second.isNew, true)
  assert.notEqual(second.deviceId, first.deviceId)
  assert.equal(await findKnownDevice(read(), who, first.token), first.deviceId)
})

test('F9: what is revoked is unknown at once, for that principal alone', async () => {
  const who = await someone()
  const other = await someone()
  const home = await remember(who)
  const stolen = await remember(who)
  await remember(other, stolen.token)
  await database.transact((sql) => sqlDeviceStore(sql).forgetAll(who, home.deviceId))
  assert.equal(await findKnownDevice(read(), who, stolen.token), undefined)
  assert.equal(await findKnownDevice(read(), who, home.token), home.deviceId)
  assert.notEqual(await findKnownDevice(read(), other, stolen.token), undefined)
  assert.equal(await database.transact((sql) => sqlDeviceStore(sql).forgetAll(who)), 1)
  assert.equal(await findKnownDevice(read(), who, home.token), undefined)
})

test('F9: the token has 256 bits, and the database holds its digest alone', async () => {
  const who = await someone()
  const { token } = await remember(who)
  assert.equal(Buffer.from(token.open(), 'base64url').length, 32)
  const rows = await database.read
    .withTables<{ known_device: { account_id: string } }>()
    .selectFrom('known_device')
    .selectAll()
    .where('account_id', '=', who.accountId)
    .execute()
  assert.equal(rows.length, 1)
  assert.equal(JSON.stringify(rows).includes(token.open()), false)
})

test('a token that this server did not make is not kept', async () => {
  const who = await someone()
  for (const planted of [
    '',
    'x',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(42)} `,
    `${'a'.repeat(42)}\n`,
  ]) {
    const { token } = await remember(who, new Secret(planted))
    assert.notEqual(token.open(), planted)
    assert.match(token.open(), /^[\w-]{43}$/)
  }
})
