import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Shape, standardShape, timeStep, totp } from '@sallyport/otp'
import { sqlAccountStore } from '../accounts/sql.ts'
import { makeSealer, SealBroken } from '../crypto/seal.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { newAccountId, newId, type SessionId } from '../kernel/ids.ts'
import { type Random, systemRandom } from '../kernel/random.ts'
import { isRefused } from '../kernel/refusal.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { beginBinding } from './begin-binding.ts'
import { checkDeviceCode } from './check-code.ts'
import { confirmBinding } from './confirm-binding.ts'
import { type MfaDevice, serialOf } from './mfa-device.ts'
import type { PendingDevice } from './pending-device.ts'
import { sqlTotpStore } from './sql.ts'
import type { TotpStore } from './store.ts'

async function desk(t: TestContext, random: Random = countedRandom()) {
  const database = await testDatabase()
  t.after(() => database.close())
  const clock = heldClock()
  const sealer = makeSealer(await testKeys(database), random)
  const read = { totp: sqlTotpStore(database.read) }
  const atomically: Atomically<{ totp: TotpStore }> = (work) =>
    database.transact((sql) => work({ totp: sqlTotpStore(sql) }))
  const deps = { read, atomically, clock, random, sealer }

  const owner = { accountId: newAccountId(random), principalId: newId('prn', random) }
  await database.transact((sql) =>
    sqlAccountStore(sql).createMain(owner, { address: 'owner@example.com', key: 'owner@example.com' }, 0),
  )
  const sessionId: SessionId = newId('ses', random)

  async function begin(shape: Shape = standardShape) {
    const begun = await atomically((stores) =>
      beginBinding(stores, deps, { principal: owner, sessionId, shape }),
    )
    assert.ok(!isRefused(begun))
    return begun
  }
  type Begun = Awaited<ReturnType<typeof begin>>
  function code({ key, pending }: Begun, steps: number, shape = pending.shape) {
    return totp(key.open(), clock.now() / SECOND + steps * shape.periodSeconds, shape)
  }
  function confirm(
    pending: PendingDevice,
    firstCode: string,
    secondCode: string,
    { deviceName = 'phone', by = sessionId } = {},
  ) {
    const binding = { ...owner, sessionId: by, bindingId: pending.bindingId }
    return confirmBinding(deps, binding, { deviceName, firstCode, secondCode })
  }
  async function bind(begun: Begun, steps = 0, deviceName = 'phone'): Promise<MfaDevice> {
    const confirmed = await confirm(begun.pending, code(begun, steps - 1), code(begun, steps), { deviceName })
    assert.ok(!isRefused(confirmed), JSON.stringify(confirmed))
    const bound = await atomically(confirmed.bind)
    assert.ok(!isRefused(bound), JSON.stringify(bound))
    return bound
  }
  async function refusalOf(outcome: Promise<unknown>) {
    const refused = await outcome
    assert.ok(isRefused(refused), 'was not refused')
    return refused
  }
  return { database, deps, atomically, read, clock, owner, sessionId, begin, code, confirm, bind, refusalOf }
}

test('two consecutive codes bind the device, and the pending one is gone', async (t) => {
  const { begin, bind, read, owner, clock } = await desk(t)
  const device = await bind(await begin(), 0, ' My phone ')
  assert.equal(device.name, 'My phone')
  assert.equal(serialOf(device), `acs:ram::${owner.accountId}:mfa/My-phone`)
  assert.equal(device.boundAt, clock.now())
  assert.equal(device.lastStep, timeStep(clock.now() / SECOND))
  assert.equal(await read.totp.findPending(owner), undefined)
  assert.deepEqual(await read.totp.list(owner), [device])
})

test('B11: both binding steps are spent, the next one is not', async (t) => {
  const { begin, bind, code, deps, owner } = await desk(t)
  const begun = await begin()
  await bind(begun)
  for (const steps of [-1, 0]) {
    const used = await checkDeviceCode(deps, owner, code(begun, steps))
    assert.ok(isRefused(used) && used.refused === 'code_spent')
  }
  assert.ok(!isRefused(await checkDeviceCode(deps, owner, code(begun, 1))))
})

test('D3: a device that is begun but not bound counts for nothing and is purged after 15 minutes', async (t) => {
  const { begin, code, read, owner, deps, clock, atomically } = await desk(t)
  const begun = await begin()
  assert.equal(await read.totp.count(owner), 0)
  const used = await checkDeviceCode(deps, owner, code(begun, 0))
  assert.ok(isRefused(used) && used.refused === 'code_wrong')
  assert.equal(await atomically(({ totp: store }) => store.purgePending(clock.now())), 0)
  clock.advance(15 * MINUTE)
  assert.equal(await atomically(({ totp: store }) => store.purgePending(clock.now())), 1)
  assert.equal(await read.totp.findPending(owner), undefined)
})

test('D6: of 1,000 issued keys each has 20 bytes, none repeats, and their bits are even', async (t) => {
  const { begin } = await desk(t, systemRandom)
  const seen = new Set<string>()
  let ones = 0
  let runs = 1
  let last: number | undefined
  for (let made = 0; made < 1000; made++) {
    const key = (await begin()).key.open()
    assert.equal(key.length, 20)
    seen.add(Buffer.from(key).toString('hex'))
    for (const byte of key) {
      for (let bit = 7; bit >= 0; bit--) {
        const one = (byte >> bit) & 1
        ones += one
        if (last !== undefined && one !== last) runs += 1
        last = one
      }
    }
  }
  assert.equal(seen.size, 1000)
  // 160,000 bits have a standard deviation of 200, and so have their runs: six of them are one failure in 10^9.
  assert.ok(Math.abs(ones - 80_000) < 1200, `${ones} ones`)
  assert.ok(Math.abs(runs - 80_000) < 1200, `${runs} runs`)
})

test('a key is as long as its hash, and 8 digits bind as well', async (t) => {
  const { begin, bind, deps, code, owner, atomically, sessionId } = await desk(t)
  const sha256 = await begin({ algorithm: 'SHA256', digits: 6, periodSeconds: 30 })
  assert.equal(sha256.key.open().length, 32)
  const sha512 = await begin({ algorithm: 'SHA512', digits: 8, periodSeconds: 30 })
  assert.equal(sha512.key.open().length, 64)
  await bind(sha512)
  assert.ok(!isRefused(await checkDeviceCode(deps, owner, code(sha512, 1))))
  const shape: Shape = { algorithm: 'MD5', digits: 6, periodSeconds: 30 }
  await assert.rejects(
    atomically((stores) => beginBinding(stores, deps, { principal: owner, sessionId, shape })),
    RangeError,
  )
})

test('D13: a pair 20 steps away binds and its drift is kept; at 21 the offset is told', async (t) => {
  const { begin, bind, code, confirm, refusalOf } = await desk(t)
  const begun = await begin()
  for (const [steps, minutes] of [
    [21, 11],
    [-21, -11],
    [120, 60],
    [-2880, -1440],
  ] as const) {
    const refused = await refusalOf(confirm(begun.pending, code(begun, steps - 1), code(begun, steps)))
    assert.equal(refused.refused, 'binding_clock_off')
    assert.equal(refused.told.clockOffsetMinutes, minutes)
  }
  assert.equal((await bind(begun, -20)).driftSteps, -20)
  assert.equal((await bind(await begin(), 20, 'tablet')).driftSteps, 20)
})

test('a pair with one code skipped binds', async (t) => {
  const { begin, code, confirm } = await desk(t)
  const begun = await begin()
  assert.ok(!isRefused(await confirm(begun.pending, code(begun, -2), code(begun, 0))))
})

test('says which way the pair is wrong', async (t) => {
  const { begin, code, confirm, refusalOf } = await desk(t)
  const begun = await begin()
  const sha256: Shape = { algorithm: 'SHA256', digits: 6, periodSeconds: 30 }
  const eight: Shape = { algorithm: 'SHA1', digits: 8, periodSeconds: 30 }
  const now = code(begun, 0)
  const wrong = [
    ['binding_codes_same', now, ` ${now.slice(0, 3)} ${now.slice(3)}`],
    ['binding_codes_not_consecutive', code(begun, 1), now],
    ['binding_codes_not_consecutive', code(begun, -5), now],
    ['binding_other_shape', code(begun, 0, sha256), code(begun, 1, sha256)],
    ['binding_other_shape', code(begun, 0, eight), code(begun, 1, eight)],
    ['binding_codes_wrong', '000000', '000001'],
    ['code_malformed', '12345', now],
    ['code_malformed', now, 'abcdef'],
  ] as const
  for (const [expected, first, second] of wrong)
    assert.equal((await refusalOf(confirm(begun.pending, first, second))).refused, expected)
  const shaped = await refusalOf(confirm((await begin()).pending, '12345', now))
  assert.equal(shaped.told.field, 'firstCode')
})

test('the app that uses another shape is told which', async (t) => {
  const { begin, code, confirm, refusalOf } = await desk(t)
  const begun = await begin()
  const eight: Shape = { algorithm: 'SHA256', digits: 8, periodSeconds: 60 }
  const refused = await refusalOf(confirm(begun.pending, code(begun, 0, eight), code(begun, 1, eight)))
  assert.equal(refused.told.seenShape, 'SHA256, 8 digits, 60 s')
})

test('the reason is searched for five times, then a wrong pair is only wrong', async (t) => {
  const { begin, code, confirm, refusalOf } = await desk(t)
  const begun = await begin()
  const told: string[] = []
  for (let miss = 0; miss < 6; miss++)
    told.push((await refusalOf(confirm(begun.pending, code(begun, 99), code(begun, 100)))).refused)
  assert.deepEqual(told, [...Array(5).fill('binding_clock_off'), 'binding_codes_wrong'])
})

test('the twentieth miss ends the pending device, the right pair included', async (t) => {
  const { begin, code, confirm, refusalOf, read, owner } = await desk(t)
  const begun = await begin()
  for (let left = 19; left > 0; left--) {
    const refused = await refusalOf(confirm(begun.pending, '000000', '000001'))
    assert.equal(refused.told.triesLeft, left)
  }
  assert.equal((await refusalOf(confirm(begun.pending, '000000', '000001'))).refused, 'attempt_dead')
  assert.equal(await read.totp.findPending(owner), undefined)
  const late = await refusalOf(confirm(begun.pending, code(begun, -1), code(begun, 0)))
  assert.equal(late.refused, 'binding_missing')
})

test('of 40 wrong pairs at one moment 20 are checked', async (t) => {
  const { begin, confirm } = await desk(t)
  const begun = await begin()
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, () => confirm(begun.pending, '000000', '000001')),
  )
  const codes = outcomes.map((outcome) => (isRefused(outcome) ? outcome.refused : 'confirmed'))
  assert.equal(codes.filter((code) => code === 'binding_codes_wrong').length, 19)
  assert.equal(new Set(codes).has('confirmed'), false)
})

test('B9: an expired pending device binds nothing, also when it expired after its codes were checked', async (t) => {
  const { begin, code, confirm, refusalOf, clock, atomically, read, owner } = await desk(t)
  const begun = await begin()
  const confirmed = await confirm(begun.pending, code(begun, -1), code(begun, 0))
  assert.ok(!isRefused(confirmed))
  clock.advance(15 * MINUTE)
  assert.equal((await refusalOf(atomically(confirmed.bind))).refused, 'binding_expired')
  const late = await refusalOf(confirm(begun.pending, code(begun, -1), code(begun, 0)))
  assert.equal(late.refused, 'binding_expired')
  assert.equal(await read.totp.count(owner), 0)
})

test('B9: a pending device binds once, also for two at one moment', async (t) => {
  const { begin, code, confirm, atomically, read, owner } = await desk(t)
  const begun = await begin()
  const both = await Promise.all(
    ['phone', 'tablet'].map((deviceName) =>
      confirm(begun.pending, code(begun, -1), code(begun, 0), { deviceName }),
    ),
  )
  const bound = await Promise.all(
    both.map((confirmed) => {
      assert.ok(!isRefused(confirmed))
      return atomically(confirmed.bind)
    }),
  )
  assert.deepEqual(
    bound.map((device) => (isRefused(device) ? device.refused : 'bound')),
    ['bound', 'binding_missing'],
  )
  assert.equal(await read.totp.count(owner), 1)
})

test('beginning again replaces the pending device', async (t) => {
  const { begin, code, confirm, refusalOf, bind } = await desk(t)
  const earlier = await begin()
  const later = await begin()
  const refused = await refusalOf(confirm(earlier.pending, code(earlier, -1), code(earlier, 0)))
  assert.equal(refused.refused, 'binding_missing')
  await bind(later)
})

test('another session of the same principal cannot bind the device', async (t) => {
  const { begin, code, confirm, refusalOf } = await desk(t)
  const begun = await begin()
  const by: SessionId = 'ses_other'
  const refused = await refusalOf(confirm(begun.pending, code(begun, -1), code(begun, 0), { by }))
  assert.equal(refused.refused, 'binding_missing')
})

test('a name is the only one of its kind, and costs no miss where it is not', async (t) => {
  const { begin, bind, code, confirm, refusalOf, read, owner } = await desk(t)
  await bind(await begin())
  const begun = await begin()
  for (const [deviceName, expected] of [
    ['PHONE', 'device_name_taken'],
    ['', 'device_name_invalid'],
    ['x'.repeat(65), 'device_name_invalid'],
    ['a\u202eb', 'device_name_invalid'],
  ] as const) {
    const refused = await refusalOf(confirm(begun.pending, code(begun, -1), code(begun, 0), { deviceName }))
    assert.equal(refused.refused, expected)
    assert.equal(refused.told.field, 'deviceName')
  }
  assert.equal((await read.totp.findPending(owner))?.misses, 0)
})

test('a slug that is taken in the account gets a number, and stays when the device is renamed', async (t) => {
  const { begin, bind, atomically, read, owner } = await desk(t)
  const first = await bind(await begin(), 0, 'phone')
  const second = await bind(await begin(), 0, 'phone!')
  const third = await bind(await begin(), 0, 'phone?')
  assert.deepEqual([first.slug, second.slug, third.slug], ['phone', 'phone-2', 'phone-3'])
  const name = { name: 'tablet', key: 'tablet' }
  assert.equal(await atomically(({ totp: store }) => store.rename(owner, first.deviceId, name)), true)
  assert.equal((await read.totp.find(owner, first.deviceId))?.slug, 'phone')
  assert.equal(await atomically(({ totp: store }) => store.rename(owner, second.deviceId, name)), false)
  assert.equal(await atomically(({ totp: store }) => store.rename(owner, first.deviceId, name)), true)
})

test('eight devices are as many as there can be', async (t) => {
  const { begin, bind, code, confirm, refusalOf, atomically, deps, owner, sessionId } = await desk(t)
  for (let number = 1; number <= 7; number++) await bind(await begin(), 0, `phone ${number}`)
  const ninth = await begin()
  const confirmed = await confirm(ninth.pending, code(ninth, -1), code(ninth, 0), { deviceName: 'ninth' })
  assert.ok(!isRefused(confirmed))
  await bind(ninth, 0, 'phone 8')
  assert.equal((await refusalOf(atomically(confirmed.bind))).refused, 'device_limit')
  const more = atomically((stores) => beginBinding(stores, deps, { principal: owner, sessionId }))
  assert.equal((await refusalOf(more)).refused, 'device_limit')
})

test("J2: a pending device's key opens at its own row alone", async (t) => {
  const { begin, code, confirm, bind, database, read, owner } = await desk(t)
  const device = await bind(await begin())
  const begun = await begin()
  await database.transact((sql) =>
    sql
      .withTables<{ mfa_pending: { sealed_key: string } }>()
      .updateTable('mfa_pending')
      .set({ sealed_key: device.sealedKey })
      .execute(),
  )
  const again = confirm(begun.pending, code(begun, -1), code(begun, 0), { deviceName: 'tablet' })
  await assert.rejects(again, SealBroken)
  assert.equal(await read.totp.count(owner), 1)
})
