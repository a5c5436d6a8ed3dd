/** Waits between wrong passwords, on a real database. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { DAY, MINUTE, SECOND } from '../kernel/clock.ts'
import { heldClock } from '../testing/held-clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { forgetPasswordFailures, takePasswordTry } from './password-wait.ts'
import { sqlThrottleStore } from './sql.ts'
import type { ThrottleStore } from './store.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

function desk() {
  const clock = heldClock()
  const atomically = <T>(work: (stores: { throttle: ThrottleStore }) => Promise<T>) =>
    database.transact((sql) => work({ throttle: sqlThrottleStore(sql) }))
  return { clock, atomically, read: { throttle: sqlThrottleStore(database.read) } }
}

/** Seconds that are left to wait. */
async function passwordWait(deps: ReturnType<typeof desk>, subject: string): Promise<number> {
  const failures = await deps.read.throttle.passwordFailures(subject)
  return Math.max(0, Math.ceil(((failures?.waitUntil ?? 0) - deps.clock.now()) / SECOND))
}

const mac = (password: string) => `key.${createHash('sha256').update(password).digest('base64url')}`

test('five wrong passwords are free, then come 30 s, 1, 2, 4, 8 and 15 minutes', async () => {
  const deps = desk()
  const waits: number[] = []
  for (let wrong = 0; wrong < 12; wrong++) {
    assert.equal(await takePasswordTry(deps, 'steps', mac(`${wrong}`)), 0)
    const wait = await passwordWait(deps, 'steps')
    waits.push(wait)
    if (wait > 0) assert.equal(await takePasswordTry(deps, 'steps', mac('too soon')), wait)
    deps.clock.advance(wait * SECOND)
  }
  assert.deepEqual(waits, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
})

test('at most 96 passwords a day are verified in the long run', async () => {
  const deps = desk()
  let second = 0
  const tryNow = () => takePasswordTry(deps, 'patient', mac(`${second}`))
  for (; second < 1000; second++) await tryNow()
  for (
    let wait = await passwordWait(deps, 'patient');
    wait < 900;
    wait = await passwordWait(deps, 'patient')
  ) {
    deps.clock.advance(wait * SECOND)
    second += 1
    await tryNow()
  }
  let verified = 0
  const end = deps.clock.now() + DAY
  while (deps.clock.now() < end) {
    deps.clock.advance(MINUTE)
    second += 1
    if ((await tryNow()) === 0) verified += 1
  }
  assert.ok(verified <= 96, `${verified} in a day`)
})

test('A5: of two hundred different passwords at once five are verified', async () => {
  const deps = desk()
  const waits = await Promise.all(
    Array.from({ length: 200 }, (_, guess) => takePasswordTry(deps, 'burst', mac(`${guess}`))),
  )
  assert.equal(waits.filter((wait) => wait === 0).length, 5)
})

test('the same password in many tabs counts once', async () => {
  const deps = desk()
  const waits = await Promise.all(
    Array.from({ length: 30 }, () => takePasswordTry(deps, 'tabs', mac('the right one'))),
  )
  assert.deepEqual(new Set(waits), new Set([0]))
})

test('the same wrong password counts once, as long as it is among the last three', async () => {
  const deps = desk()
  for (let again = 0; again < 20; again++) await takePasswordTry(deps, 'manager', mac('stale'))
  assert.equal((await deps.read.throttle.passwordFailures('manager'))?.failures, 1)
  for (const other of ['b', 'c', 'd', 'stale']) await takePasswordTry(deps, 'manager', mac(other))
  assert.equal((await deps.read.throttle.passwordFailures('manager'))?.failures, 5)
  assert.equal(await passwordWait(deps, 'manager'), 30)
})

test('5.7: of a wrong password 32 bits of a keyed hash are kept, of three at most', async () => {
  const deps = desk()
  for (const wrong of ['a', 'b', 'c', 'd']) await takePasswordTry(deps, 'kept', mac(wrong))
  const recent = (await deps.read.throttle.passwordFailures('kept'))?.recent ?? []
  assert.equal(recent.length, 3)
  for (const mark of recent) assert.match(mark, /^[0-9a-f]{8}$/)
})

test('the right password forgets the wrong ones, of that subject alone', async () => {
  const deps = desk()
  for (const subject of ['one', 'other'])
    for (let wrong = 0; wrong < 5; wrong++) await takePasswordTry(deps, subject, mac(`${wrong}`))
  await deps.atomically((stores) => forgetPasswordFailures(stores, 'one'))
  assert.equal(await passwordWait(deps, 'one'), 0)
  assert.equal(await passwordWait(deps, 'other'), 30)
})
