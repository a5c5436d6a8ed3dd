/** Delivery on a real database with gateways in the test's hands: pauses, giving up, crashes, retention. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { makeSealer } from '../crypto/seal.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { type HeldClock, heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import type { Channel } from './content.ts'
import { type DeliveryDeps, deliverDue, startDelivery } from './deliver.ts'
import { expireMessages } from './expire-messages.ts'
import { listOutbox } from './list-outbox.ts'
import { queueMessage } from './queue-message.ts'
import { sqlOutboxStore } from './sql.ts'
import type { OutboxStore } from './store.ts'

type Sent = { readonly to: string; readonly text: string; readonly id: string }

let database: TestDatabase
let clock: HeldClock
let desk: DeliveryDeps & { random: ReturnType<typeof countedRandom> }
let sent: Sent[]
let faults: string[]
let up: Record<Channel, boolean>

suite('delivery', () => {
  beforeEach(async () => {
    database = await testDatabase()
    clock = heldClock()
    const random = countedRandom()
    sent = []
    faults = []
    up = { mail: true, sms: true }
    const sendBy = (channel: Channel) => async (message: Sent) => {
      if (!up[channel])
        throw Object.assign(new Error('to owner@example.com: refused'), { code: 'ECONNREFUSED' })
      sent.push(message)
    }
    desk = {
      read: { outbox: sqlOutboxStore(database.read) },
      atomically: <T>(work: (stores: { outbox: OutboxStore }) => Promise<T>) =>
        database.transact((sql) => work({ outbox: sqlOutboxStore(sql) })),
      clock,
      random,
      sealer: makeSealer(await testKeys(database), random),
      product: { name: 'Sallyport', origin: 'http://localhost:8080' },
      mail: sendBy('mail'),
      sms: sendBy('sms'),
      log: ({ fault }) => faults.push(fault),
    }
  })
  afterEach(() => database.close())

  function queue(channel: Channel = 'mail', options: { delivered?: boolean; expiresAt?: number } = {}) {
    const delivered = options.delivered ?? true
    const address = channel === 'mail' ? 'owner@example.com' : '+4915100000000'
    return desk.atomically((stores) =>
      queueMessage(
        stores,
        { ...desk, gateways: { mail: delivered, sms: delivered } },
        {
          accountId: '1000000000000001',
          to: { channel, address },
          content: { template: 'phone_code', code: '482913', minutes: 5 },
          ...(options.expiresAt === undefined ? {} : { expiresAt: options.expiresAt }),
        },
      ),
    )
  }

  type Row = { state: string; sealed: string; tries: number; fault: string | null; next_at: number }
  function rows(): Promise<Row[]> {
    return database.read.withTables<{ outbox: Row }>().selectFrom('outbox').selectAll().execute()
  }

  test('5.7: a waiting row holds neither address nor code nor template in clear', async () => {
    await queue()
    assert.doesNotMatch(JSON.stringify(await rows()), /owner@example|482913|phone_code/)
  })

  test('a message that is delivered leaves an empty row', async () => {
    await queue()
    await queue('sms')
    assert.equal(await deliverDue(desk), undefined)
    assert.deepEqual(sent.map(({ to }) => to).sort(), ['+4915100000000', 'owner@example.com'])
    for (const { state, sealed } of await rows()) assert.deepEqual([state, sealed], ['delivered', ''])
    await deliverDue(desk)
    assert.equal(sent.length, 2)
  })

  test('a message that is rolled back is not sent', async () => {
    await assert.rejects(
      desk.atomically(async (stores) => {
        await queueMessage(
          stores,
          { ...desk, gateways: { mail: true, sms: true } },
          {
            accountId: '1000000000000001',
            to: { channel: 'mail', address: 'owner@example.com' },
            content: { template: 'password_changed' },
          },
        )
        throw new Error('the change broke off')
      }),
    )
    await deliverDue(desk)
    assert.deepEqual(sent, [])
  })

  test('a gateway that is down is tried after growing pauses, and the message arrives when it is up', async () => {
    up.mail = false
    await queue()
    const pauses: number[] = []
    for (let failure = 0; failure < 4; failure++) {
      const next = await deliverDue(desk)
      assert.ok(next !== undefined)
      pauses.push((next - clock.now()) / SECOND)
      clock.advance(next - clock.now() - 1)
      await deliverDue(desk)
      assert.equal(faults.length, failure + 1, 'tried before its time')
      clock.advance(1)
    }
    assert.deepEqual(pauses, [10, 60, 300, 1800])
    up.mail = true
    await deliverDue(desk)
    assert.equal(sent.length, 1)
    assert.equal((await rows())[0]?.state, 'delivered')
  })

  test('a message that is given up stays to be seen, empty, with a fault that names no address', async () => {
    up.mail = false
    await queue('mail', { expiresAt: clock.now() + 7 * DAY })
    for (let next = await deliverDue(desk); next !== undefined; next = await deliverDue(desk)) clock.set(next)
    const [row] = await rows()
    assert.deepEqual([row?.state, row?.sealed, row?.tries, row?.fault], ['failed', '', 7, 'ECONNREFUSED'])
    assert.deepEqual(await desk.read.outbox.countByState(), [{ state: 'failed', count: 1 }])
    assert.doesNotMatch(faults.join(), /owner@example/)
  })

  test('a code is not sent after it stopped working', async () => {
    up.sms = false
    await queue('sms', { expiresAt: clock.now() + 5 * MINUTE })
    await deliverDue(desk)
    up.sms = true
    clock.advance(5 * MINUTE)
    assert.equal(await deliverDue(desk), undefined)
    assert.deepEqual(sent, [])
    await expireMessages(desk)
    const [row] = await rows()
    assert.deepEqual([row?.state, row?.sealed, row?.fault], ['failed', '', 'expired'])
  })

  test('a crash between sending and marking sends again under the same id: at least once', async () => {
    await queue()
    const crashing = { ...desk, atomically: () => Promise.reject(new Error('killed')) }
    await assert.rejects(deliverDue(crashing))
    await deliverDue(desk)
    assert.equal(sent.length, 2)
    assert.equal(new Set(sent.map(({ id }) => id)).size, 1)
  })

  test('a mail server that hangs does not hold up text messages', async () => {
    let release: () => void = () => undefined
    const hanging = new Promise<void>((resolve) => {
      release = resolve
    })
    for (let mail = 0; mail < 10; mail++) await queue('mail')
    await queue('sms')
    let arrived: () => void = () => undefined
    const smsArrived = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const running = deliverDue({
      ...desk,
      mail: () => hanging,
      sms: async () => arrived(),
    })
    await smsArrived
    release()
    await running
    assert.equal((await rows()).filter(({ state }) => state === 'delivered').length, 11)
  })

  test('without a gateway a message is kept for a day, for the outbox page alone', async () => {
    await queue('mail', { delivered: false, expiresAt: clock.now() + 10 * MINUTE })
    clock.advance(SECOND)
    await queue('sms', { delivered: false })
    await deliverDue(desk)
    assert.deepEqual(sent, [])
    const listed = await listOutbox(desk)
    assert.deepEqual(
      listed.map(({ channel, to }) => [channel, to]),
      [
        ['sms', '+4915100000000'],
        ['mail', 'owner@example.com'],
      ],
    )
    assert.match(listed[0]?.text ?? '', /^482913 /)
    clock.advance(DAY - 2 * SECOND)
    await expireMessages(desk)
    assert.equal((await listOutbox(desk)).length, 2)
    clock.advance(2 * SECOND)
    assert.equal((await listOutbox(desk)).length, 0)
    await expireMessages(desk)
    assert.deepEqual(await rows(), [])
  })

  test('a message moved to another row by hand is not sent', async () => {
    await queue()
    await database.transact(async (sql) => {
      await sql
        .withTables<{ outbox: { account_id: string } }>()
        .updateTable('outbox')
        .set({ account_id: '1000000000000002' })
        .execute()
    })
    await deliverDue(desk)
    assert.deepEqual(sent, [])
    assert.equal(faults.length, 1)
  })

  test('what was delivered is forgotten after a week', async () => {
    await queue()
    await deliverDue(desk)
    clock.advance(7 * DAY)
    await expireMessages(desk)
    assert.equal((await rows()).length, 1)
    clock.advance(HOUR)
    await expireMessages(desk)
    assert.equal((await rows()).length, 0)
  })

  test('a started delivery sends at once when woken, and ends', async () => {
    let arrived: () => void = () => undefined
    const once = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const delivery = startDelivery({ ...desk, mail: async () => arrived() })
    await queue()
    delivery.wake()
    await once
    await delivery.stop()
    assert.equal((await rows())[0]?.state, 'delivered')
    delivery.wake()
    await queue()
    assert.deepEqual((await rows()).map(({ state }) => state).sort(), ['delivered', 'waiting'])
  })
})
