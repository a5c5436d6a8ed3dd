import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { encodeBase32, standardShape, timeStep, totp } from '@sallyport/otp'
import { sqlAccountStore } from '../accounts/sql.ts'
import { makeSealer, SealBroken } from '../crypto/seal.ts'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { newAccountId, newId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused } from '../kernel/refusal.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { checkDeviceCode } from './check-code.ts'
import { devicePlace } from './key-place.ts'
import { sqlTotpStore } from './sql.ts'

const STEP = 30 * SECOND

async function desk(t: TestContext) {
  const database = await testDatabase()
  t.after(() => database.close())
  const random = countedRandom()
  const clock = heldClock()
  const sealer = makeSealer(await testKeys(database), random)
  const deps = { read: { totp: sqlTotpStore(database.read) }, sealer, clock }
  const keys = new Map<string, Uint8Array>()

  async function principal(): Promise<Principal> {
    const made = { accountId: newAccountId(random), principalId: newId('prn', random) }
    const key = `${made.accountId}@example.com`
    await database.transact((sql) => sqlAccountStore(sql).createMain(made, { address: key, key }, 0))
    return made
  }
  async function device(owner: Principal, name: string, driftSteps = 0) {
    const key = random.bytes(20)
    const unsealed = { ...owner, deviceId: newId('mfa', random), shape: standardShape }
    const made = {
      ...unsealed,
      name,
      slug: name,
      lastStep: 0,
      driftSteps,
      boundAt: clock.now(),
      lastUsedAt: undefined,
      sealedKey: sealer.seal(devicePlace(unsealed), key),
    }
    keys.set(made.deviceId, key)
    assert.equal(await database.transact((sql) => sqlTotpStore(sql).insert(made, name)), true)
    return made
  }
  /** The code that a device shows so many steps from now. */
  function code(deviceId: string, steps = 0) {
    return totp(keys.get(deviceId) ?? new Uint8Array(), (clock.now() + steps * STEP) / SECOND)
  }
  /** Checks and spends: `spent`, a refusal's code, or `replayed`. */
  async function use(owner: Principal, typed: string): Promise<string> {
    const proved = await checkDeviceCode(deps, owner, typed)
    if (isRefused(proved)) return proved.refused
    const done = await database.transact((sql) => proved.spend({ totp: sqlTotpStore(sql) }))
    return done ? 'spent' : 'replayed'
  }
  return { database, deps, clock, keys, principal, device, code, use }
}

test('accepts the last step, this one and the next', async (t) => {
  const { principal, device, code, use, clock } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  for (const steps of [-1, 0, 1]) {
    assert.equal(await use(owner, code(deviceId, steps)), 'spent')
    clock.advance(5 * MINUTE)
  }
})

test('D13: a single code two steps away is refused', async (t) => {
  const { principal, device, code, use } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  for (const steps of [-2, 2, -20, 20]) assert.equal(await use(owner, code(deviceId, steps)), 'code_wrong')
})

test('B1: a code whose step was spent is refused, an older one too', async (t) => {
  const { principal, device, code, use } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  assert.equal(await use(owner, code(deviceId)), 'spent')
  assert.equal(await use(owner, code(deviceId)), 'code_spent')
  assert.equal(await use(owner, code(deviceId, -1)), 'code_spent')
  assert.equal(await use(owner, code(deviceId, 1)), 'spent')
})

test('B2: of 20 concurrent uses of one code exactly one passes', async (t) => {
  const { principal, device, code, deps, database } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  const proofs = await Promise.all(
    Array.from({ length: 20 }, () => checkDeviceCode(deps, owner, code(deviceId))),
  )
  const spent = await Promise.all(
    proofs.map((proved) => {
      assert.ok(!isRefused(proved))
      return database.transact((sql) => proved.spend({ totp: sqlTotpStore(sql) }))
    }),
  )
  assert.equal(spent.filter(Boolean).length, 1)
})

test('a transaction that fails leaves the code unspent', async (t) => {
  const { principal, device, code, deps, database, use } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  const proved = await checkDeviceCode(deps, owner, code(deviceId))
  assert.ok(!isRefused(proved))
  await assert.rejects(
    database.transact(async (sql) => {
      await proved.spend({ totp: sqlTotpStore(sql) })
      throw new Error('broken off')
    }),
  )
  assert.equal(await use(owner, code(deviceId)), 'spent')
})

test('the drift follows by one step a use and stays within 20', async (t) => {
  const { principal, device, code, use, deps, clock } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone', 19)
  const drifts: (number | undefined)[] = []
  for (const steps of [20, 21, 19, 18]) {
    assert.equal(await use(owner, code(deviceId, steps)), 'spent')
    drifts.push((await deps.read.totp.find(owner, deviceId))?.driftSteps)
    clock.advance(5 * MINUTE)
  }
  assert.deepEqual(drifts, [20, 20, 19, 18])
})

test('two uses that were checked at one drift move it by two steps at most, each towards what it saw', async (t) => {
  const { principal, device, code, deps, database } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  const first = await checkDeviceCode(deps, owner, code(deviceId, 0))
  const second = await checkDeviceCode(deps, owner, code(deviceId, 1))
  assert.ok(!isRefused(first) && !isRefused(second))
  await database.transact((sql) => first.spend({ totp: sqlTotpStore(sql) }))
  await database.transact((sql) => second.spend({ totp: sqlTotpStore(sql) }))
  assert.equal((await deps.read.totp.find(owner, deviceId))?.driftSteps, 1)
})

test('notes when the device was last used, and the step', async (t) => {
  const { principal, device, code, use, deps, clock } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  assert.equal(await use(owner, '000000'), 'code_wrong')
  assert.equal((await deps.read.totp.find(owner, deviceId))?.lastUsedAt, undefined)
  await use(owner, code(deviceId))
  const used = await deps.read.totp.find(owner, deviceId)
  assert.equal(used?.lastUsedAt, clock.now())
  assert.equal(used?.lastStep, timeStep(clock.now() / SECOND))
})

test('any of several devices will do, and each spends its own steps', async (t) => {
  const { principal, device, code, use } = await desk(t)
  const owner = await principal()
  const phone = await device(owner, 'phone')
  const tablet = await device(owner, 'tablet')
  assert.equal(await use(owner, code(tablet.deviceId)), 'spent')
  assert.equal(await use(owner, code(phone.deviceId)), 'spent')
  assert.equal(await use(owner, code(tablet.deviceId)), 'code_spent')
})

test('reads a code with spaces and full-width digits, and says what is no code', async (t) => {
  const { principal, device, code, use } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  const wide = code(deviceId).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  assert.equal(await use(owner, ` ${wide.slice(0, 3)} ${wide.slice(3)}`), 'spent')
  for (const typed of ['12345', '1234567', 'abcdef', '12345a', ' ', '-', '١٢٣٤٥٦', '1e5000', '\u0000'])
    assert.equal(await use(owner, typed), 'code_malformed', typed)
})

test('a principal without a device has no right code', async (t) => {
  const { principal, use } = await desk(t)
  assert.equal(await use(await principal(), '123456'), 'code_wrong')
})

test("another principal's code is refused", async (t) => {
  const { principal, device, code, use } = await desk(t)
  const owner = await principal()
  const other = await principal()
  await device(owner, 'phone')
  const theirs = await device(other, 'phone')
  assert.equal(await use(owner, code(theirs.deviceId)), 'code_wrong')
})

test('J2: keys swapped between two rows open for neither, and neither does one whose period was changed', async (t) => {
  const { principal, device, code, use, database } = await desk(t)
  const owner = await principal()
  const other = await principal()
  const mine = await device(owner, 'phone')
  const theirs = await device(other, 'phone')
  function put(deviceId: string, set: Record<string, string | number>) {
    return database.transact((sql) =>
      sql
        .withTables<{ mfa_device: Record<string, string | number> }>()
        .updateTable('mfa_device')
        .set(set)
        .where('device_id', '=', deviceId)
        .execute(),
    )
  }
  await put(mine.deviceId, { sealed_key: theirs.sealedKey })
  await put(theirs.deviceId, { sealed_key: mine.sealedKey })
  for (const deviceId of [mine.deviceId, theirs.deviceId]) {
    await assert.rejects(use(owner, code(deviceId)), SealBroken)
    await assert.rejects(use(other, code(deviceId)), SealBroken)
  }
  await put(mine.deviceId, { sealed_key: mine.sealedKey, period_seconds: 60 })
  await assert.rejects(use(owner, code(mine.deviceId)), SealBroken)
  await put(mine.deviceId, { period_seconds: 30 })
  assert.equal(await use(owner, code(mine.deviceId)), 'spent')
})

test('J8: a clock that was set back makes no spent code good again', async (t) => {
  const { principal, device, code, use, clock } = await desk(t)
  const owner = await principal()
  const { deviceId } = await device(owner, 'phone')
  const earlier = code(deviceId)
  clock.advance(5 * MINUTE)
  assert.equal(await use(owner, code(deviceId)), 'spent')
  clock.advance(-5 * MINUTE)
  assert.equal(await use(owner, earlier), 'code_spent')
  assert.equal(await use(owner, code(deviceId)), 'code_spent')
})

test('no key lies in the database files in clear', async (t) => {
  const { principal, device, keys, database } = await desk(t)
  const { deviceId } = await device(await principal(), 'phone')
  const key = Buffer.from(keys.get(deviceId) ?? '')
  const forms = [key, ...(['hex', 'base64', 'base64url'] as const).map((form) => key.toString(form))]
  for (const name of readdirSync(database.folder)) {
    const file = readFileSync(join(database.folder, name))
    for (const form of [...forms, encodeBase32(key)]) assert.equal(file.includes(form), false, name)
  }
})
