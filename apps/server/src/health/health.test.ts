/** Who may read the figures, what they tell, and when the server says that it is ready. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY, SECOND } from '../kernel/clock.ts'
import { Secret } from '../kernel/secret.ts'
import { sqlOutboxStore } from '../notify/sql.ts'
import { heldClock } from '../testing/held-clock.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { makeCounters } from './counters.ts'
import { mayReadMetrics } from './may-read-metrics.ts'
import { metricsText } from './metrics-text.ts'
import { readiness } from './readiness.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const asker = {
  token: undefined,
  authorization: undefined,
  socketAddress: '127.0.0.1',
  forwarded: false,
} as const

test('without a token the figures are for peers on this machine alone', () => {
  for (const socketAddress of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])
    assert.equal(mayReadMetrics({ ...asker, socketAddress }), true, socketAddress)
  for (const socketAddress of [
    '192.0.2.7',
    '::ffff:192.0.2.7',
    '2001:db8::1',
    '10.127.0.0',
    '1127.0.0.1',
    '127.0.0.1.example.com',
    '',
    undefined,
  ])
    assert.equal(mayReadMetrics({ ...asker, socketAddress }), false, String(socketAddress))
})

test('A17: a forwarded request is never local, though a proxy on this machine sends it', () => {
  assert.equal(mayReadMetrics({ ...asker, forwarded: true }), false)
})

test('with a token the token alone opens, from anywhere', () => {
  const token = new Secret('figures-token')
  const authorization = 'Bearer figures-token'
  assert.equal(mayReadMetrics({ ...asker, token }), false)
  assert.equal(mayReadMetrics({ token, authorization, socketAddress: '192.0.2.7', forwarded: true }), true)
  for (const wrong of [
    '',
    'figures-token',
    'Bearer figures-toke',
    'Bearer figures-token ',
    'bearer figures-token',
  ])
    assert.equal(mayReadMetrics({ ...asker, token, authorization: wrong }), false, wrong)
})

test('the figures count sign-ins, refusals by code and messages by state', async () => {
  const counters = makeCounters()
  counters.signedIn('aal2')
  counters.signedIn('aal2')
  counters.signedIn('aal1')
  counters.refused('code_wrong')
  const { text, type } = await metricsText({ outbox: sqlOutboxStore(database.read) }, counters)
  assert.match(type, /^text\/plain; version=0\.0\.4/)
  assert.match(text, /^sallyport_sign_ins_total\{level="aal2"\} 2$/m)
  assert.match(text, /^sallyport_sign_ins_total\{level="aal1"\} 1$/m)
  assert.match(text, /^sallyport_refusals_total\{code="code_wrong"\} 1$/m)
  assert.match(text, /^sallyport_outbox_messages\{state="failed"\} 0$/m)
  assert.match(text, /^process_resident_memory_bytes \d+$/m)
})

test('two servers in one process are asked without a fault, each for its own', async () => {
  const read = { outbox: sqlOutboxStore(database.read) }
  const [one, other] = [makeCounters(), makeCounters()]
  one.refused('code_wrong')
  await metricsText(read, one)
  const { text } = await metricsText(read, other)
  assert.doesNotMatch(text, /code_wrong/)
})

test('the server is ready while the database answers', async () => {
  const clock = heldClock()
  assert.deepEqual(await readiness(database, clock)(), { ready: true, database: true, clock: true })
  const away = { ping: () => Promise.reject(new Error('away')) }
  assert.deepEqual(await readiness(away, clock)(), { ready: false, database: false, clock: true })
})

test('a clock that jumped back makes the server not ready until it has caught up', async () => {
  const clock = heldClock()
  const ready = readiness(database, clock)
  clock.advance(DAY)
  assert.equal((await ready()).ready, true)
  clock.advance(-30 * SECOND)
  assert.equal((await ready()).clock, true)
  clock.advance(-1)
  assert.deepEqual(await ready(), { ready: false, database: true, clock: false })
  clock.advance(SECOND)
  assert.equal((await ready()).ready, true)
})
