/** Known devices on a real database: what makes a browser known, to whom, and what ends it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sqlAccountStore } from '../accounts/sql.ts'
import { isTokenOf } from '../crypto/device-token.ts'
import { hashTokens } from '../crypto/token.ts'
import { DAY } from '../kernel/clock.ts'
import {
  LONGEST_DEVICE_COOKIE,
  NO_DEVICE_TOKENS,
  readDeviceTokens,
  TOKEN_MARK_LENGTH,
  writeDeviceTokens,
} from '../kernel/device-tokens.ts'
import type { Principal } from '../kernel/principal.ts'
import { Secret } from '../kernel/secret.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testContext } from '../testing/test-context.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { findKnownDevice } from './find-known-device.ts'
import { rememberDevice } from './remember-device.ts'
import { sqlDeviceStore } from './sql.ts'
import { trustDevice } from './trust-device.ts'

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

function remember(principal: Principal, tokens = NO_DEVICE_TOKENS) {
  return database.transact((sql) =>
    rememberDevice(
      { devices: sqlDeviceStore(sql) },
      { clock, random },
      { principal, tokens, context: testContext() },
    ),
  )
}

test('a browser is known after it was remembered, and is remembered once', async () => {
  const who = await someone()
  const first = await remember(who)
  assert.equal(first.isNew, true)
  assert.equal(await findKnownDevice(read(), who, first.tokens), first.deviceId)
  clock.advance(DAY)
  const again = await remember(who, first.tokens)
  assert.equal(again.isNew, false)
  assert.equal(again.deviceId, first.deviceId)
  assert.deepEqual(again.tokens.open(), first.tokens.open())
  const row = await read().devices.find(who, hashTokens('device', first.tokens))
  assert.equal(row?.lastSeenAt, clock.now())
  assert.equal(row?.madeAt, clock.now() - DAY)
})

test('F9: a device cookie copied to another account is nothing there', async () => {
  const who = await someone()
  const other = await someone()
  const { tokens } = await remember(who)
  assert.equal(await findKnownDevice(read(), other, tokens), undefined)
  assert.equal(await findKnownDevice(read(), { ...other, accountId: who.accountId }, tokens), undefined)
})

test('F5, F9: principals share a browser, each by a token of its own that nobody held before', async () => {
  const who = await someone()
  const other = await someone()
  const first = await remember(who)
  const second = await remember(other, first.tokens)
  assert.equal(second.isNew, true)
  assert.notEqual(second.deviceId, first.deviceId)
  const [own = '', ...beside] = second.tokens.open()
  assert.deepEqual(beside, first.tokens.open())
  assert.equal(await findKnownDevice(read(), other, readDeviceTokens(own)), second.deviceId)
  assert.equal(await findKnownDevice(read(), other, first.tokens), undefined)
  assert.equal(await findKnownDevice(read(), who, second.tokens), first.deviceId)
})

test('F9: a browser that is trusted anew changes its own token, and no row of another principal', async () => {
  const who = await someone()
  const other = await someone()
  const theirs = await remember(other)
  const copied = await remember(who, theirs.tokens)
  const trusted = await database.transact((sql) =>
    trustDevice({ devices: sqlDeviceStore(sql) }, { clock, random }, who, copied, testContext()),
  )
  assert.equal(await findKnownDevice(read(), other, theirs.tokens), theirs.deviceId)
  assert.equal(await findKnownDevice(read(), who, copied.tokens), undefined)
  assert.equal(await findKnownDevice(read(), who, trusted), copied.deviceId)
  assert.equal(trusted.open().length, 2)
})

test('sixteen principals share a browser; with the seventeenth the first is a stranger again', async () => {
  const first = await someone()
  const second = await someone()
  let { tokens } = await remember(first)
  tokens = (await remember(second, tokens)).tokens
  for (let more = 0; more < 14; more += 1) tokens = (await remember(await someone(), tokens)).tokens
  assert.notEqual(await findKnownDevice(read(), first, tokens), undefined)
  tokens = (await remember(await someone(), tokens)).tokens
  assert.equal(await findKnownDevice(read(), first, tokens), undefined)
  assert.notEqual(await findKnownDevice(read(), second, tokens), undefined)
  const cookie = writeDeviceTokens(tokens).open()
  assert.ok(cookie.length <= LONGEST_DEVICE_COOKIE)
  assert.deepEqual(readDeviceTokens(cookie).open(), tokens.open())
})

test('F9: what is revoked is unknown at once, for that principal alone', async () => {
  const who = await someone()
  const other = await someone()
  const home = await remember(who)
  const stolen = await remember(who)
  const theirs = await remember(other, stolen.tokens)
  await database.transact((sql) => sqlDeviceStore(sql).forgetAll(who, home.deviceId))
  assert.equal(await findKnownDevice(read(), who, stolen.tokens), undefined)
  assert.equal(await findKnownDevice(read(), who, home.tokens), home.deviceId)
  assert.equal(await findKnownDevice(read(), other, theirs.tokens), theirs.deviceId)
  assert.equal(await database.transact((sql) => sqlDeviceStore(sql).forgetAll(who)), 1)
  assert.equal(await findKnownDevice(read(), who, home.tokens), undefined)
})

test('F9: the token has 256 bits, and the database holds its digest alone', async () => {
  const who = await someone()
  const [token = ''] = (await remember(who)).tokens.open()
  assert.equal(Buffer.from(token.slice(0, -TOKEN_MARK_LENGTH), 'base64url').length, 32)
  const rows = await database.read
    .withTables<{ known_device: { account_id: string } }>()
    .selectFrom('known_device')
    .selectAll()
    .where('account_id', '=', who.accountId)
    .execute()
  assert.equal(rows.length, 1)
  assert.equal(JSON.stringify(rows).includes(token), false)
})

test('a token says whose it is to who asks for that principal, and nothing to who compares two of one', async () => {
  const who = await someone()
  const other = await someone()
  const [one = '', two = ''] = [(await remember(who)).tokens, (await remember(who)).tokens].flatMap(
    (tokens) => tokens.open(),
  )
  assert.deepEqual(
    [one, two].map((token) => isTokenOf(who)(new Secret(token))),
    [true, true],
  )
  assert.equal(isTokenOf(other)(new Secret(one)), false)
  assert.equal(isTokenOf({ ...other, accountId: who.accountId })(new Secret(one)), false)
  assert.notEqual(one.slice(-TOKEN_MARK_LENGTH), two.slice(-TOKEN_MARK_LENGTH))
})

test('a browser that was forgotten and is known again holds one token of its principal', async () => {
  const who = await someone()
  const other = await someone()
  let { tokens } = await remember(other)
  for (let time = 0; time < 3; time += 1) {
    tokens = (await remember(who, tokens)).tokens
    assert.equal(tokens.open().length, 2)
    await database.transact((sql) => sqlDeviceStore(sql).forgetAll(who))
  }
  assert.notEqual(await findKnownDevice(read(), other, tokens), undefined)
})

test('what has not the form of a token is not read, and a token twice is one', () => {
  const token = 'a'.repeat(51)
  for (const planted of [
    '',
    'x',
    'a'.repeat(50),
    'a'.repeat(52),
    `${'a'.repeat(50)} `,
    `${'a'.repeat(50)}\n`,
  ])
    assert.deepEqual(readDeviceTokens(planted).open(), [])
  assert.deepEqual(readDeviceTokens(`x.${token}..${token}`).open(), [token])
})
