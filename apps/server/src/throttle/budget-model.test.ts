/** The year of security.md 4.4: owner and attacker interleaved in any order, against the bounds that the numbers promise. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Database } from '../db/database.ts'
import { openSqlite } from '../db/sqlite.ts'
import { DAY, HOUR, type Instant } from '../kernel/clock.ts'
import type { AttemptId, KnownDeviceId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { heldClock } from '../testing/held-clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { someone, triesDesk } from '../testing/tries-desk.ts'

const YEAR = 365 * DAY

let first: TestDatabase
let second: Database
before(async () => {
  first = await testDatabase()
  second = openSqlite(join(first.folder, 'sallyport.db'))
})
after(async () => {
  await second.close()
  await first.close()
})

/** Wrong codes in one challenge, then the right one where the act is the owner's. */
type Act = {
  readonly who: 'attacker' | 'owner_known' | 'owner_unknown'
  readonly wrong: number
  /** Of the two servers on the database. */
  readonly node: 0 | 1
  readonly pauseMs: number
}

const act: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom('attacker', 'attacker', 'attacker', 'owner_known', 'owner_unknown'),
  wrong: fc.integer({ min: 0, max: 6 }),
  node: fc.constantFrom(0, 1),
  pauseMs: fc.oneof(fc.constant(0), fc.integer({ max: 2 * HOUR }), fc.integer({ max: 45 * DAY })),
})

let runs = 0

/** Plays the acts; what was verified and given back in the common bucket, and how the owner fared. */
async function play(acts: readonly Act[]) {
  runs += 1
  const clock = heldClock()
  const who = someone()
  const known: KnownDeviceId = 'dev_owner'
  const verified: Instant[] = []
  const refunded: { at: Instant; count: number }[] = []
  const failedOnKnown: number[] = []
  let challenges = 0
  let before = 12
  let takenAt = clock.now()

  for (const { who: actor, wrong, node, pauseMs } of acts) {
    clock.advance(Math.max(0, pauseMs))
    const desk = triesDesk(node === 0 ? first : second, clock)
    challenges += 1
    const challengeId: AttemptId = `att_${runs}_${challenges}`
    const device = actor === 'owner_known' ? known : undefined
    const tries = actor === 'attacker' ? wrong : Math.min(wrong, 4) + 1
    let granted = false
    let own = 0
    for (let typed = 1; typed <= tries; typed++) {
      const outcome = await desk.reserve(who, challengeId, device)
      if (typeof outcome === 'string') break
      if (device === undefined) {
        own += 1
        verified.push(clock.now())
        const left = outcome.budgetLeft ?? -1
        assert.ok(left >= 0 && left <= 11, `${left} left of twelve`)
      }
      granted = actor !== 'attacker' && typed === tries
    }
    assert.ok(own <= 5, 'more than five tries of one challenge')
    if (granted) {
      await desk.refund(who, challengeId)
      if (own > 0) refunded.push({ at: clock.now(), count: own })
    } else if (actor === 'owner_known') failedOnKnown.push(challenges)
    // Tokens come from time and from refunds alone.
    const tokens = await tokensOf(first, who)
    if (own === 0) assert.equal(tokens, before)
    else {
      const gained = Math.floor((clock.now() - takenAt) / (28 * DAY)) + 1
      assert.ok(tokens <= before + gained - (granted ? 0 : own), 'tokens out of nothing')
      takenAt = clock.now()
    }
    before = tokens
  }
  return { verified, refunded, failedOnKnown }
}

async function tokensOf(database: Database, who: Principal): Promise<number> {
  const row = await database.read
    .withTables<{ otp_budget: { account_id: string; bucket: string; tokens: number } }>()
    .selectFrom('otp_budget')
    .select('tokens')
    .where('account_id', '=', who.accountId)
    .where('bucket', '=', 'unknown')
    .executeTakeFirst()
  return row?.tokens ?? 12
}

test('in any 365 days at most 25 single codes are verified for unknown browsers, beside those given back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 50, size: 'max' }), async (acts) => {
      const { verified, refunded, failedOnKnown } = await play(acts)
      for (const from of verified) {
        const inYear = (at: Instant) => at >= from && at < from + YEAR
        const given = refunded.filter(({ at }) => inYear(at)).reduce((sum, { count }) => sum + count, 0)
        const guesses = verified.filter(inYear).length
        assert.ok(guesses <= 25 + given, `${guesses} verified in a year with ${given} given back`)
      }
      assert.deepEqual(failedOnKnown, [], 'the owner was kept out on a known device')
    }),
    { numRuns: 20, interruptAfterTimeLimit: 60_000 },
  )
})

test('a patient attacker gets twenty-five guesses in a year, and the next year no more', async () => {
  const daily = (days: number): Act[] =>
    Array.from({ length: days }, () => ({ who: 'attacker', wrong: 5, node: 0, pauseMs: DAY }))
  const burst: Act[] = Array.from({ length: 3 }, () => ({ who: 'attacker', wrong: 5, node: 0, pauseMs: 0 }))
  const { verified } = await play([...burst, ...daily(729)])
  const begin = verified[0] ?? 0
  for (let day = 0; day <= 365; day++) {
    const from = begin + day * DAY
    assert.ok(verified.filter((at) => at >= from && at < from + YEAR).length <= 25)
  }
  assert.equal(verified.filter((at) => at < begin + YEAR).length, 25)
})
