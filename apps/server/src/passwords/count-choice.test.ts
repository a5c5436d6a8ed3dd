import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HOUR } from '../kernel/clock.ts'
import { isRefused, refuse } from '../kernel/refusal.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { sqlThrottleStore } from '../throttle/sql.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { countChoice, forgetChoices } from './count-choice.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const clock = heldClock()
const atomically = <T>(work: (stores: { throttle: ThrottleStore }) => Promise<T>) =>
  database.transact((sql) => work({ throttle: sqlThrottleStore(sql) }))
const deps = { clock, random: countedRandom('choices'), atomically }
const principalOf = (name: string) => ({ accountId: '1234567890123456', principalId: `prn_${name}` }) as const

test('ten choices an hour are hashed, the next one is not', async () => {
  const ann = principalOf('ann')
  let hashes = 0
  const reused = async () => {
    hashes += 1
    return refuse('password_reused')
  }
  for (let choice = 0; choice < 10; choice += 1) await countChoice(deps, ann, reused)
  const refused = await countChoice(deps, ann, reused)
  assert.ok(isRefused(refused) && refused.refused === 'too_often')
  assert.equal(hashes, 10)
  assert.equal(await countChoice(deps, principalOf('bob'), async () => 'phc'), 'phc', 'each has their own')
  clock.advance(HOUR)
  assert.equal(await countChoice(deps, ann, async () => 'phc'), 'phc')
})

test('what a busy server did not do is not counted', async () => {
  const cat = principalOf('cat')
  for (let choice = 0; choice < 30; choice += 1)
    await countChoice(deps, cat, async () => refuse('server_busy', { retryAfterSeconds: 2 }))
  assert.equal(await countChoice(deps, cat, async () => 'phc'), 'phc')
})

test('a password that is set forgets the tries before it', async () => {
  const dan = principalOf('dan')
  for (let choice = 0; choice < 10; choice += 1) await countChoice(deps, dan, async () => 'phc')
  await atomically((stores) => forgetChoices(stores, dan))
  assert.equal(await countChoice(deps, dan, async () => 'phc'), 'phc')
})
