/** The budget for guessable codes on a real database: races, roll-backs, restarts, and what gives tries back. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Database } from '../db/database.ts'
import { openSqlite } from '../db/sqlite.ts'
import { DAY, MINUTE } from '../kernel/clock.ts'
import type { AttemptId, KnownDeviceId, VerificationId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused } from '../kernel/refusal.ts'
import { heldClock } from '../testing/held-clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { refundTries } from './refund-tries.ts'
import { reserveTry } from './reserve-try.ts'
import { sqlThrottleStore } from './sql.ts'
import type { ThrottleStore } from './store.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

let people = 0
function someone(): Principal {
  people += 1
  return { accountId: `${1_000_000_000_000_000n + BigInt(people)}`, principalId: `prn_${people}` }
}

function deskOver(db: Database, clock = heldClock()) {
  const atomically = <T>(work: (stores: { throttle: ThrottleStore }) => Promise<T>) =>
    db.transact((sql) => work({ throttle: sqlThrottleStore(sql) }))
  async function reserve(
    principal: Principal,
    challengeId: AttemptId | VerificationId,
    device?: KnownDeviceId,
    budgeted = true,
  ) {
    const challengeEndsAt = clock.now() + 10 * MINUTE
    const outcome = await reserveTry(
      { atomically, clock },
      { principal, challengeId, challengeEndsAt, device, budgeted },
    )
    return isRefused(outcome) ? outcome.refused : outcome
  }
  const refund = (principal: Principal, challengeId: AttemptId | VerificationId) =>
    atomically((stores) => refundTries(stores, principal, challengeId))
  return { clock, atomically, reserve, refund }
}

/** Takes tries on challenges of five until refused or `most` are taken. */
async function drain(
  desk: ReturnType<typeof deskOver>,
  principal: Principal,
  most: number,
  device?: KnownDeviceId,
) {
  let taken = 0
  while (taken < most) {
    const outcome = await desk.reserve(principal, `att_drain${Math.floor(taken / 5)}`, device)
    if (typeof outcome === 'string') return { taken, refused: outcome }
    taken += 1
  }
  return { taken, refused: undefined }
}

test('a challenge has five tries, then it is dead', async () => {
  const desk = deskOver(database)
  const who = someone()
  for (const triesLeft of [4, 3, 2, 1, 0]) {
    const outcome = await desk.reserve(who, 'att_five')
    assert.ok(typeof outcome !== 'string')
    assert.equal(outcome.triesLeft, triesLeft)
  }
  assert.equal(await desk.reserve(who, 'att_five'), 'attempt_dead')
  assert.notEqual(typeof (await desk.reserve(who, 'att_next')), 'string')
})

test('five tries hold when twenty arrive at once', async () => {
  const desk = deskOver(database)
  const who = someone()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => desk.reserve(who, 'att_once')))
  assert.equal(outcomes.filter((outcome) => typeof outcome !== 'string').length, 5)
})

test('A1: tries count for the account over any number of attempts', async () => {
  const desk = deskOver(database)
  const who = someone()
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, attempt) => desk.reserve(who, `att_${attempt}`)),
  )
  assert.equal(outcomes.filter((outcome) => typeof outcome !== 'string').length, 12)
  assert.equal(await desk.reserve(who, 'att_51'), 'too_many_tries')
  assert.notEqual(typeof (await desk.reserve(someone(), 'att_1')), 'string')
})

test('A1: the owner is told at the third, eighth and twelfth loss', async () => {
  const desk = deskOver(database)
  const who = someone()
  const told: number[] = []
  for (let loss = 1; loss <= 12; loss++) {
    const outcome = await desk.reserve(who, `att_${loss}`)
    assert.ok(typeof outcome !== 'string')
    assert.equal(outcome.budgetLeft, 12 - loss)
    if (outcome.lostNow !== undefined) told.push(outcome.lostNow)
  }
  assert.deepEqual(told, [3, 8, 12])
})

test('A4: a wrong try stays counted when the rest is rolled back', async () => {
  const desk = deskOver(database)
  const who = someone()
  for (let round = 0; round < 12; round++) {
    await desk.reserve(who, `att_${round}`)
    await assert.rejects(
      desk.atomically(async (stores) => {
        await refundTries(stores, who, `att_${round}`)
        throw new Error('the sign-in broke off')
      }),
    )
  }
  assert.equal(await desk.reserve(who, 'att_13'), 'too_many_tries')
})

test('A4: tries are still counted after a restart', async () => {
  const who = someone()
  await drain(deskOver(database), who, 12)
  const restarted = openSqlite(join(database.folder, 'sallyport.db'))
  try {
    assert.equal(await deskOver(restarted).reserve(who, 'att_later'), 'too_many_tries')
  } finally {
    await restarted.close()
  }
})

test('A5: of two hundred tries at once no more than twelve may be verified', async () => {
  const desk = deskOver(database)
  const who = someone()
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, request) => desk.reserve(who, `att_${request % 40}`)),
  )
  assert.equal(outcomes.filter((outcome) => typeof outcome !== 'string').length, 12)
})

test('A5: two nodes on one database share the twelve', async () => {
  const who = someone()
  const other = openSqlite(join(database.folder, 'sallyport.db'))
  try {
    const desks = [deskOver(database), deskOver(other)]
    let verified = 0
    for (let round = 0; round < 20; round++) {
      for (const desk of desks) {
        const outcomes = await Promise.all(
          Array.from({ length: 5 }, (_, request) => desk.reserve(who, `att_${round}_${request}`)),
        )
        verified += outcomes.filter((outcome) => typeof outcome !== 'string').length
      }
    }
    assert.equal(verified, 12)
  } finally {
    await other.close()
  }
})

test('A8: with nothing but the database the limit stands, and without the database nothing is allowed', async () => {
  const gone = deskOver(database)
  const broken = {
    ...gone,
    atomically: () => Promise.reject(new Error('the database is away')),
  }
  await assert.rejects(
    reserveTry(
      { atomically: broken.atomically, clock: gone.clock },
      {
        principal: someone(),
        challengeId: 'att_1',
        challengeEndsAt: 0,
        device: undefined,
        budgeted: true,
      },
    ),
  )
})

test('A14: sign-in, step-up and verification draw on one budget', async () => {
  const desk = deskOver(database)
  const who = someone()
  let taken = 0
  for (let round = 0; round < 10; round++) {
    for (const challengeId of [`att_${round}`, `ver_${round}`, `ver_stepup${round}`] as const) {
      if (typeof (await desk.reserve(who, challengeId)) !== 'string') taken += 1
    }
  }
  assert.equal(taken, 12)
})

test('A14: a recovery code takes a try of its challenge and none of the budget', async () => {
  const desk = deskOver(database)
  const who = someone()
  await drain(desk, who, 12)
  const outcome = await desk.reserve(who, 'att_recovery', undefined, false)
  assert.deepEqual(outcome, { triesLeft: 4, budgetLeft: undefined, lostNow: undefined })
})

test('an empty budget costs no try of the challenge', async () => {
  const desk = deskOver(database)
  const who = someone()
  await drain(desk, who, 12)
  for (let again = 0; again < 8; again++)
    assert.equal(await desk.reserve(who, 'att_patient'), 'too_many_tries')
})

test('A18: success gives back what its own challenge took and nothing of another', async () => {
  const desk = deskOver(database)
  const who = someone()
  for (let wrong = 0; wrong < 4; wrong++) await desk.reserve(who, 'att_thief')
  await desk.reserve(who, 'att_owner')
  await desk.reserve(who, 'att_owner')
  await desk.refund(who, 'att_owner')
  const outcome = await desk.reserve(who, 'att_next')
  assert.ok(typeof outcome !== 'string')
  assert.equal(outcome.budgetLeft, 12 - 4 - 1)
})

test('A18: a challenge cannot give back twice, nor for another account', async () => {
  const desk = deskOver(database)
  const who = someone()
  const other = someone()
  await drain(desk, who, 10)
  await desk.reserve(other, 'att_same')
  await desk.refund(who, 'att_same')
  await desk.reserve(who, 'att_once')
  await desk.refund(who, 'att_once')
  await desk.refund(who, 'att_once')
  const outcome = await desk.reserve(who, 'att_next')
  assert.ok(typeof outcome !== 'string')
  assert.equal(outcome.budgetLeft, 1)
})

test('A19: the limit is below every transport: the rule itself refuses', async () => {
  const desk = deskOver(database)
  assert.deepEqual(await drain(desk, someone(), 99), { taken: 12, refused: 'too_many_tries' })
})

test('A20: who empties the budget does not stop the owner on a known device', async () => {
  const desk = deskOver(database)
  const who = someone()
  await drain(desk, who, 99)
  const outcome = await desk.reserve(who, 'att_owner', 'dev_owner')
  assert.deepEqual(outcome, { triesLeft: 4, budgetLeft: 4, lostNow: undefined })
})

test('a known device has five wrong codes in a row, then it counts as unknown', async () => {
  const desk = deskOver(database)
  const who = someone()
  assert.deepEqual(await drain(desk, who, 99, 'dev_stolen'), { taken: 5 + 12, refused: 'too_many_tries' })
  const another = await desk.reserve(who, 'att_another', 'dev_another')
  assert.notEqual(typeof another, 'string')
})

test('a success on a known device begins its five anew', async () => {
  const desk = deskOver(database)
  const who = someone()
  for (let wrong = 0; wrong < 3; wrong++) await desk.reserve(who, 'att_1', 'dev_owner')
  await desk.reserve(who, 'att_2', 'dev_owner')
  await desk.refund(who, 'att_2')
  const outcome = await desk.reserve(who, 'att_3', 'dev_owner')
  assert.ok(typeof outcome !== 'string')
  assert.equal(outcome.budgetLeft, 4)
})

test('one try comes back in 28 days, and the clock of a full budget stands', async () => {
  const desk = deskOver(database)
  const who = someone()
  desk.clock.advance(400 * DAY)
  await drain(desk, who, 12)
  desk.clock.advance(28 * DAY - 1)
  assert.equal(await desk.reserve(who, 'att_early'), 'too_many_tries')
  desk.clock.advance(1)
  assert.notEqual(typeof (await desk.reserve(who, 'att_then')), 'string')
  assert.equal(await desk.reserve(who, 'att_then'), 'too_many_tries')
  desk.clock.advance(41 * DAY + 7)
  assert.notEqual(typeof (await desk.reserve(who, 'att_half')), 'string')
  desk.clock.advance(15 * DAY)
  assert.notEqual(typeof (await desk.reserve(who, 'att_rest')), 'string')
})

test('a clock that is set back gives no try', async () => {
  const desk = deskOver(database)
  const who = someone()
  await drain(desk, who, 12)
  desk.clock.advance(-300 * DAY)
  assert.equal(await desk.reserve(who, 'att_back'), 'too_many_tries')
})
