/** The budget for guessable codes on a real database: challenges, races, roll-backs, restarts. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openSqlite } from '../db/sqlite.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { someone, triesDesk } from '../testing/tries-desk.ts'
import { refundTries } from './refund-tries.ts'
import { reserveTry } from './reserve-try.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('a challenge has five tries, then it is dead', async () => {
  const desk = triesDesk(database)
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
  const desk = triesDesk(database)
  const who = someone()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => desk.reserve(who, 'att_once')))
  assert.equal(outcomes.filter((outcome) => typeof outcome !== 'string').length, 5)
})

test('A1: tries count for the account over any number of attempts', async () => {
  const desk = triesDesk(database)
  const who = someone()
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, attempt) => desk.reserve(who, `att_${attempt}`)),
  )
  assert.equal(outcomes.filter((outcome) => typeof outcome !== 'string').length, 12)
  assert.equal(await desk.reserve(who, 'att_51'), 'too_many_tries')
  assert.notEqual(typeof (await desk.reserve(someone(), 'att_1')), 'string')
})

test('A1: the owner is told at the third, eighth and twelfth loss', async () => {
  const desk = triesDesk(database)
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
  const desk = triesDesk(database)
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
  await triesDesk(database).drain(who, 12)
  const restarted = openSqlite(join(database.folder, 'sallyport.db'))
  try {
    assert.equal(await triesDesk(restarted).reserve(who, 'att_later'), 'too_many_tries')
  } finally {
    await restarted.close()
  }
})

test('A5: of two hundred tries at once no more than twelve may be verified', async () => {
  const desk = triesDesk(database)
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
    const desks = [triesDesk(database), triesDesk(other)]
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

test('A8: nothing but the database keeps the limit, and without the database nothing may be verified', async () => {
  const { clock } = triesDesk(database)
  const atomically = () => Promise.reject(new Error('the database is away'))
  const input = {
    challengeId: 'att_1',
    challengeEndsAt: clock.now(),
    device: undefined,
    budgeted: true,
  } as const
  await assert.rejects(reserveTry({ atomically, clock }, { principal: someone(), ...input }), /away/)
})

test('A14: sign-in, step-up and verification draw on one budget', async () => {
  const desk = triesDesk(database)
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
  const desk = triesDesk(database)
  const who = someone()
  await desk.drain(who, 12)
  const outcome = await desk.reserve(who, 'att_recovery', undefined, false)
  assert.deepEqual(outcome, { triesLeft: 4, budgetLeft: undefined, deviceSpent: false, lostNow: undefined })
})

test('an empty budget costs no try of the challenge', async () => {
  const desk = triesDesk(database)
  const who = someone()
  await desk.drain(who, 12)
  for (let again = 0; again < 8; again++)
    assert.equal(await desk.reserve(who, 'att_patient'), 'too_many_tries')
})

test('A19: the limit is below every transport: the rule itself refuses', async () => {
  const desk = triesDesk(database)
  assert.deepEqual(await desk.drain(someone(), 99), { taken: 12, refused: 'too_many_tries' })
})

test('A20: who empties the budget does not stop the owner on a known device', async () => {
  const desk = triesDesk(database)
  const who = someone()
  await desk.drain(who, 99)
  const outcome = await desk.reserve(who, 'att_owner', 'dev_owner')
  assert.deepEqual(outcome, { triesLeft: 4, budgetLeft: 4, deviceSpent: false, lostNow: undefined })
})

test('a known device has five wrong codes in a row, then it counts as unknown', async () => {
  const desk = triesDesk(database)
  const who = someone()
  assert.deepEqual(await desk.drain(who, 99, 'dev_stolen'), { taken: 5 + 12, refused: 'too_many_tries' })
  const another = await desk.reserve(who, 'att_another', 'dev_another')
  assert.notEqual(typeof another, 'string')
})
