/** Security questions: what counts as the same answer, one verdict for the set, and how often it may be tried (3.4). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSealer } from '../crypto/seal.ts'
import { makeSlowHash } from '../crypto/slow-hash.ts'
import { DAY, HOUR } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused } from '../kernel/refusal.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { sqlThrottleStore } from '../throttle/sql.ts'
import { answersKey, checkAnswers } from './check-answers.ts'
import { prepareQuestions } from './set-questions.ts'
import { sqlSecurityQuestionStore } from './sql.ts'

const OWNER: Principal = { accountId: '1000000000000001', principalId: 'prn_owner' }
const CHOSEN = [
  { id: 'first_pet', answer: 'Sir Barnaby' },
  { id: 'first_concert', answer: 'Purple Herons' },
  { id: 'first_trip', answer: 'Lake Ohrid' },
]
const RIGHT = CHOSEN.map(({ answer }) => answer)
const WRONG = ['Sir Barnaby', 'Purple Herons', 'nothing of it']

async function openDesk() {
  const database = await testDatabase()
  const random = countedRandom('questions')
  const sealer = makeSealer(await testKeys(database), random)
  const clock = heldClock()
  const real = makeSlowHash(2)
  let hashes = 0
  const hasher = {
    ...real,
    verify(phc: string, text: string) {
      hashes += 1
      return real.verify(phc, text)
    },
  }
  const deps = {
    read: { securityQuestions: sqlSecurityQuestionStore(database.read) },
    atomically: <T>(
      work: (stores: {
        throttle: ReturnType<typeof sqlThrottleStore>
        securityQuestions: ReturnType<typeof sqlSecurityQuestionStore>
      }) => Promise<T>,
    ) =>
      database.transact((sql) =>
        work({ throttle: sqlThrottleStore(sql), securityQuestions: sqlSecurityQuestionStore(sql) }),
      ),
    clock,
    random,
    hasher,
    sealer,
  }
  const account = { account_id: OWNER.accountId, created_at: 0 }
  type Tables = {
    account: typeof account
    principal: typeof account & { principal_id: string; kind: string; security_version: number }
  }
  await database.transact(async (sql) => {
    const db = sql.withTables<Tables>()
    await db.insertInto('account').values(account).execute()
    const principal = { ...account, principal_id: OWNER.principalId, kind: 'main', security_version: 1 }
    await db.insertInto('principal').values(principal).execute()
  })
  return {
    deps,
    clock,
    hashes: () => hashes,
    async set() {
      const kept = await prepareQuestions(deps, OWNER, CHOSEN, [])
      assert.ok(!isRefused(kept))
      await deps.atomically(async (stores) => {
        await stores.securityQuestions.replace(OWNER, kept, clock.now())
        await stores.throttle.dropHits(answersKey(OWNER))
      })
    },
    async check(answers: readonly string[] = RIGHT): Promise<string> {
      const checked = await checkAnswers(deps, OWNER, answers)
      return isRefused(checked) ? checked.refused : 'right'
    },
    close: () => database.close(),
  }
}

type Desk = Awaited<ReturnType<typeof openDesk>>

async function on(act: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk()
  try {
    await desk.set()
    await act(desk)
  } finally {
    await desk.close()
  }
}

test('an answer is the same in other capitals, widths and spaces, and in nothing else', () =>
  on(async (desk) => {
    assert.equal(await desk.check([' sir  BARNABY ', 'purple\therons', '\uff2c\uff41ke ohrid']), 'right')
    assert.equal(await desk.check(['sirbarnaby', 'purple herons', 'lake ohrid']), 'answers_wrong')
  }))

test('E8: one verdict for the set, at the same cost whichever answer is wrong', () =>
  on(async (desk) => {
    for (const wrong of [0, 1, 2]) {
      const before = desk.hashes()
      const answers = RIGHT.map((answer, index) => (index === wrong ? 'nothing of it' : answer))
      const refused = await checkAnswers(desk.deps, OWNER, answers)
      assert.deepEqual(refused, {
        refused: 'answers_wrong',
        told: { field: 'answers' },
        reason: 'answers_wrong',
      })
      assert.equal(desk.hashes() - before, 3)
    }
  }))

test('the answers count in the order of their questions, and all of them', () =>
  on(async (desk) => {
    assert.equal(await desk.check(RIGHT.toReversed()), 'answers_wrong')
    assert.equal(await desk.check(RIGHT.slice(0, 2)), 'answers_wrong')
    assert.equal(await desk.check([...RIGHT, 'one more']), 'answers_wrong')
    assert.equal(await desk.check([]), 'answers_wrong')
  }))

test('E8: after five sets in a day the method is off, for the right answers and the next day too', () =>
  on(async (desk) => {
    for (let index = 0; index < 5; index += 1) assert.equal(await desk.check(WRONG), 'answers_wrong')
    const before = desk.hashes()
    assert.equal(await desk.check(), 'questions_off')
    assert.equal(desk.hashes(), before, 'nothing is verified')
    desk.clock.advance(2 * DAY)
    assert.equal(await desk.check(), 'questions_off')
  }))

test('E8: ten sets in a year, however slowly, switch the method off', () =>
  on(async (desk) => {
    for (let index = 0; index < 10; index += 1) {
      assert.equal(await desk.check(WRONG), 'answers_wrong')
      desk.clock.advance(30 * DAY)
    }
    assert.equal(await desk.check(), 'questions_off')
  }))

test('four sets a day for two days leave the owner the ninth and the tenth', () =>
  on(async (desk) => {
    for (let index = 0; index < 8; index += 1) {
      assert.equal(await desk.check(WRONG), 'answers_wrong')
      desk.clock.advance(7 * HOUR)
    }
    assert.equal(await desk.check(), 'right')
    assert.equal(await desk.check(), 'right')
  }))

test('A5: of twenty sets at once five are verified', () =>
  on(async (desk) => {
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => desk.check(WRONG)))
    assert.equal(verdicts.filter((verdict) => verdict === 'answers_wrong').length, 5)
    assert.equal(desk.hashes(), 15)
  }))

test('questions set anew are on again with a whole budget', () =>
  on(async (desk) => {
    for (let index = 0; index < 6; index += 1) await desk.check(WRONG)
    assert.equal(await desk.check(), 'questions_off')
    await desk.set()
    for (let index = 0; index < 4; index += 1) assert.equal(await desk.check(WRONG), 'answers_wrong')
    assert.equal(await desk.check(), 'right')
  }))

test('J2: hashes moved between two questions open for neither', () =>
  on(async (desk) => {
    const kept = await desk.deps.read.securityQuestions.find(OWNER)
    const [one, two, three] = kept?.questions ?? []
    assert.ok(one && two && three)
    for (const { sealedAnswer } of [one, two, three]) assert.doesNotMatch(sealedAnswer, /argon2|barnaby/i)
    const swapped = [
      { ...one, sealedAnswer: two.sealedAnswer },
      { ...two, sealedAnswer: one.sealedAnswer },
      three,
    ]
    await desk.deps.atomically((stores) => stores.securityQuestions.replace(OWNER, swapped, 0))
    await assert.rejects(desk.check([RIGHT[1] ?? '', RIGHT[0] ?? '', RIGHT[2] ?? '']))
  }))

test('who has set no questions has no answers', () =>
  on(async (desk) => {
    await desk.deps.atomically((stores) => stores.securityQuestions.remove(OWNER))
    assert.equal(await desk.check(), 'method_unavailable')
    assert.equal(await desk.deps.read.securityQuestions.find(OWNER), undefined)
  }))
