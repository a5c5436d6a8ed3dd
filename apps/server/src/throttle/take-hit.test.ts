/** Sliding windows on a real database, and what counts as one address. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { addressKey } from './address-limits.ts'
import { sqlThrottleStore } from './sql.ts'
import type { ThrottleStore } from './store.ts'
import { type HitKey, secondsUntilRoom, takeHit } from './take-hit.ts'

let database: TestDatabase
const random = countedRandom('hits')
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

function desk() {
  const clock = heldClock()
  const atomically = <T>(work: (stores: { throttle: ThrottleStore }) => Promise<T>) =>
    database.transact((sql) => work({ throttle: sqlThrottleStore(sql) }))
  return { clock, atomically, random, throttle: sqlThrottleStore(database.read) }
}

const key = (subject: string): HitKey => ({ accountId: '', scope: 'test', subject })

test('a window takes its number and says to the second when there is room again', async () => {
  const deps = desk()
  const limits = [{ max: 3, withinMs: HOUR }]
  for (let hit = 0; hit < 3; hit++) {
    assert.equal(await takeHit(deps, { ...key('window'), limits }), undefined)
    deps.clock.advance(MINUTE)
  }
  assert.deepEqual(await takeHit(deps, { ...key('window'), limits }), { retryAfterSeconds: 57 * 60 })
  deps.clock.advance(57 * MINUTE - 1)
  assert.deepEqual(await takeHit(deps, { ...key('window'), limits }), { retryAfterSeconds: 1 })
  deps.clock.advance(1)
  assert.equal(await takeHit(deps, { ...key('window'), limits }), undefined)
  assert.notEqual(await takeHit(deps, { ...key('window'), limits }), undefined)
})

test('of many at once a window takes its number', async () => {
  const deps = desk()
  const limits = [{ max: 20, withinMs: HOUR }]
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, () => takeHit(deps, { ...key('burst'), limits })),
  )
  assert.equal(outcomes.filter((outcome) => outcome === undefined).length, 20)
})

test('every window has to have room, and what is refused is not counted', async () => {
  const deps = desk()
  const limits = [
    { max: 2, withinMs: MINUTE },
    { max: 3, withinMs: DAY },
  ]
  await takeHit(deps, { ...key('both'), limits })
  await takeHit(deps, { ...key('both'), limits })
  assert.deepEqual(await takeHit(deps, { ...key('both'), limits }), { retryAfterSeconds: 60 })
  deps.clock.advance(MINUTE)
  assert.equal(await takeHit(deps, { ...key('both'), limits }), undefined)
  assert.deepEqual(await takeHit(deps, { ...key('both'), limits }), { retryAfterSeconds: DAY / SECOND - 60 })
})

test('a hit without a limit always counts, and subjects do not share', async () => {
  const deps = desk()
  for (let hit = 0; hit < 4; hit++)
    assert.equal(await takeHit(deps, { ...key('free'), limits: [] }), undefined)
  const limits = [{ max: 4, withinMs: MINUTE }]
  assert.equal(await secondsUntilRoom(deps.throttle, key('free'), limits, deps.clock.now()), 60)
  assert.equal(await secondsUntilRoom(deps.throttle, key('other'), limits, deps.clock.now()), 0)
})

test('a window never holds more than its number, whatever the rhythm', async () => {
  const limits = [{ max: 3, withinMs: 1000 }]
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 25 }), async (pauses) => {
      run += 1
      const deps = desk()
      const taken: number[] = []
      for (const pause of pauses) {
        deps.clock.advance(pause)
        const refused = await takeHit(deps, { ...key(`rhythm ${run}`), limits })
        if (refused === undefined) taken.push(deps.clock.now())
        else assert.ok(refused.retryAfterSeconds > 0)
      }
      for (const at of taken) assert.ok(taken.filter((other) => other > at - 1000 && other <= at).length <= 3)
    }),
    { numRuns: 20, interruptAfterTimeLimit: 30_000 },
  )
})

test('housekeeping takes only what no window counts', async () => {
  const deps = desk()
  const limits = [{ max: 1, withinMs: HOUR }]
  await takeHit(deps, { ...key('old'), limits })
  deps.clock.advance(MINUTE)
  const before = { hits: deps.clock.now() - HOUR, challenges: 0, passwords: 0 }
  await deps.atomically(({ throttle }) => throttle.purge(before))
  assert.notEqual(await takeHit(deps, { ...key('old'), limits }), undefined)
  await deps.atomically(({ throttle }) => throttle.purge({ ...before, hits: deps.clock.now() }))
  assert.equal(await takeHit(deps, { ...key('old'), limits }), undefined)
})

test('A17: an address is an IPv4 address or a /64, however it is written', () => {
  assert.equal(addressKey('192.0.2.7'), '192.0.2.7')
  assert.equal(addressKey('::ffff:192.0.2.7'), '192.0.2.7')
  assert.notEqual(addressKey('::ffff:192.0.2.8'), addressKey('::ffff:192.0.2.7'))
  const one = '2001:db8:0:7::/64'
  for (const spelled of [
    '2001:db8:0:7::1',
    '2001:0db8:0000:0007:ffff:ffff:ffff:ffff',
    '2001:DB8::7:0:0:0:9',
    '2001:db8:0:7::1%eth0',
  ])
    assert.equal(addressKey(spelled), one, spelled)
  assert.equal(addressKey('::1'), '0:0:0:0::/64')
  assert.notEqual(addressKey('2001:db8:0:8::1'), one)
})

test('A17: an attacker who owns a /64 gains nothing by changing its lower half', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const prefix = addressKey(address)
      assert.match(prefix, /^([0-9a-f]{1,4}(:[0-9a-f]{1,4}){3}::\/64|\d+\.\d+\.\d+\.\d+)$/)
      if (prefix.endsWith('/64')) assert.equal(addressKey(`${prefix.slice(0, -3)}abcd`), prefix)
    }),
  )
})
