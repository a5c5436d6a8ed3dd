/** What gives tries back: the success of the same challenge, and time. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY } from '../kernel/clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { someone, triesDesk } from '../testing/tries-desk.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('A18: success gives back what its own challenge took and nothing of another', async () => {
  const desk = triesDesk(database)
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
  const desk = triesDesk(database)
  const who = someone()
  const other = someone()
  await desk.drain(who, 10)
  await desk.reserve(other, 'att_same')
  await desk.refund(who, 'att_same')
  await desk.reserve(who, 'att_once')
  await desk.refund(who, 'att_once')
  await desk.refund(who, 'att_once')
  const outcome = await desk.reserve(who, 'att_next')
  assert.ok(typeof outcome !== 'string')
  assert.equal(outcome.budgetLeft, 1)
})

test('a success on a known device begins its five anew', async () => {
  const desk = triesDesk(database)
  const who = someone()
  for (let wrong = 0; wrong < 3; wrong++) await desk.reserve(who, 'att_1', 'dev_owner')
  await desk.reserve(who, 'att_2', 'dev_owner')
  await desk.refund(who, 'att_2')
  const outcome = await desk.reserve(who, 'att_3', 'dev_owner')
  assert.ok(typeof outcome !== 'string')
  assert.equal(outcome.budgetLeft, 4)
})

test('a device that lost its trust has it again after a full sign-in, by code or recovery code', async () => {
  const desk = triesDesk(database)
  for (const budgeted of [true, false]) {
    const who = someone()
    await desk.drain(who, 5, 'dev_owner')
    const fallen = await desk.reserve(who, 'att_owner', 'dev_owner', budgeted)
    assert.ok(typeof fallen !== 'string')
    assert.equal(fallen.budgetLeft, budgeted ? 11 : undefined)
    await desk.refund(who, 'att_owner')
    const again = await desk.reserve(who, 'att_again', 'dev_owner')
    assert.ok(typeof again !== 'string')
    assert.equal(again.budgetLeft, 4)
    const stranger = await desk.reserve(who, 'att_stranger')
    assert.ok(typeof stranger !== 'string')
    assert.equal(stranger.budgetLeft, 11)
  }
})

test('a recovery code gives back the wrong codes of its own attempt', async () => {
  const desk = triesDesk(database)
  const who = someone()
  for (let wrong = 0; wrong < 3; wrong++) await desk.reserve(who, 'att_lost')
  await desk.reserve(who, 'att_lost', undefined, false)
  await desk.refund(who, 'att_lost')
  const next = await desk.reserve(who, 'att_next')
  assert.ok(typeof next !== 'string')
  assert.equal(next.budgetLeft, 11)
})

test('one try comes back in 28 days, and the clock of a full budget stands', async () => {
  const desk = triesDesk(database)
  const who = someone()
  desk.clock.advance(400 * DAY)
  await desk.drain(who, 12)
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
  const desk = triesDesk(database)
  const who = someone()
  await desk.drain(who, 12)
  desk.clock.advance(-300 * DAY)
  assert.equal(await desk.reserve(who, 'att_back'), 'too_many_tries')
})
