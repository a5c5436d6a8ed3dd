/** Codes by mail and phone: which one fits, how often one is sent, and to whom quotas belong. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeMac } from '../crypto/mac.ts'
import { makeSealer } from '../crypto/seal.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { isRefused } from '../kernel/refusal.ts'
import { sqlOutboxStore } from '../notify/sql.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { sqlThrottleStore } from '../throttle/sql.ts'
import { checkSentCode } from './check-sent-code.ts'
import { type CodeOrder, sendCode } from './send-code.ts'
import { sqlCodeStore } from './sql.ts'

const OWNER: AccountId = '1000000000000001'
const OTHER: AccountId = '1000000000000002'

type Desk = Awaited<ReturnType<typeof openDesk>>

async function openDesk(addressLimits: boolean) {
  const database = await testDatabase()
  const keys = await testKeys(database)
  const clock = heldClock()
  const random = countedRandom('codes')
  const shown: string[] = []
  const deps = {
    clock,
    random,
    mac: makeMac(keys),
    sealer: makeSealer(keys, random),
    gateways: { mail: false, sms: false },
    addressLimits,
    read: { codes: sqlCodeStore(database.read) },
    atomically: <T>(
      work: (stores: {
        codes: ReturnType<typeof sqlCodeStore>
        throttle: ReturnType<typeof sqlThrottleStore>
        outbox: ReturnType<typeof sqlOutboxStore>
      }) => Promise<T>,
    ) =>
      database.transact((sql) =>
        work({ codes: sqlCodeStore(sql), throttle: sqlThrottleStore(sql), outbox: sqlOutboxStore(sql) }),
      ),
  }
  const order: CodeOrder = {
    accountId: OWNER,
    challengeId: 'ver_one',
    purpose: 'bind_mfa',
    channel: 'mail',
    destination: 'owner@example.com',
    deviceKnown: false,
    clientAddress: '192.0.2.7',
    content(code, minutes) {
      shown.push(code)
      return { template: 'verification_code', code, minutes, purpose: 'bind_mfa' }
    },
  }
  return {
    deps,
    clock,
    /** Sends, and gives the code or the refusal. */
    async send(changes: Partial<CodeOrder> = {}): Promise<string> {
      const sent = await sendCode(deps, { ...order, ...changes })
      return isRefused(sent) ? sent.refused : (shown.at(-1) ?? '')
    },
    async wait(changes: Partial<CodeOrder> = {}): Promise<number | undefined> {
      const sent = await sendCode(deps, { ...order, ...changes })
      return isRefused(sent) ? sent.told.retryAfterSeconds : undefined
    },
    async check(code: string, changes: Partial<CodeOrder> = {}) {
      const { accountId, challengeId, purpose } = { ...order, ...changes }
      const checked = await checkSentCode(deps, { accountId, challengeId, purpose, code })
      return isRefused(checked) ? checked.refused : checked
    },
    close: () => database.close(),
  }
}

async function on(act: (desk: Desk) => Promise<void>, addressLimits = false): Promise<void> {
  const desk = await openDesk(addressLimits)
  try {
    await act(desk)
  } finally {
    await desk.close()
  }
}

test('B12: a new code replaces the old one', () =>
  on(async (desk) => {
    const first = await desk.send()
    desk.clock.advance(MINUTE)
    const second = await desk.send()
    assert.equal(await desk.check(first), 'code_wrong')
    assert.equal(typeof (await desk.check(second)), 'object')
  }))

test('B12: a proof found before a newer code was sent cannot be spent after it', () =>
  on(async (desk) => {
    const checked = await desk.check(await desk.send())
    desk.clock.advance(MINUTE)
    await desk.send()
    assert.ok(typeof checked === 'object')
    assert.equal(await desk.deps.atomically(checked.spend), false)
  }))

test('C14: a code fits its own account, challenge and purpose alone', () =>
  on(async (desk) => {
    const own = await desk.send()
    const other = await desk.send({
      accountId: OTHER,
      challengeId: 'ver_two',
      destination: 'other@example.com',
    })
    assert.equal(await desk.check(other), 'code_wrong')
    assert.equal(await desk.check(own, { accountId: OTHER }), 'code_not_sent')
    assert.equal(await desk.check(own, { accountId: OTHER, challengeId: 'ver_two' }), 'code_wrong')
    assert.equal(await desk.check(own, { challengeId: 'ver_two' }), 'code_not_sent')
    assert.equal(await desk.check(own, { purpose: 'manage_mfa' }), 'code_not_sent')
  }))

test('C14: a row that is moved to another purpose, challenge or address fits no code', () =>
  on(async (desk) => {
    const code = await desk.send()
    const row = await desk.deps.read.codes.find(OWNER, 'ver_one')
    assert.ok(row)
    for (const moved of [
      { purpose: 'manage_mfa' },
      { challengeId: 'ver_two' as const },
      { accountId: OTHER },
      { destination: 'thief@example.com' },
    ]) {
      await desk.deps.atomically(({ codes }) => codes.replace({ ...row, ...moved }))
      assert.equal(await desk.check(code, moved), 'code_wrong', JSON.stringify(moved))
    }
  }))

test('C14: a code that was sent another way, or to another address than counts now, proves nothing', () =>
  on(async (desk) => {
    const code = await desk.send()
    const challenge = { accountId: OWNER, challengeId: 'ver_one', purpose: 'bind_mfa', code } as const
    for (const wanted of [{ channel: 'sms' }, { destination: 'new@example.com' }] as const) {
      const checked = await checkSentCode(desk.deps, { ...challenge, ...wanted })
      assert.ok(isRefused(checked) && checked.refused === 'code_not_sent')
    }
    const own = { channel: 'mail', destination: 'owner@example.com' } as const
    assert.ok(!isRefused(await checkSentCode(desk.deps, { ...challenge, ...own })))
  }))

test('B4: a code is spent once, and not after its end', () =>
  on(async (desk) => {
    const checked = await desk.check(await desk.send())
    assert.ok(typeof checked === 'object')
    const both = await Promise.all([desk.deps.atomically(checked.spend), desk.deps.atomically(checked.spend)])
    assert.deepEqual(both.toSorted(), [false, true])
    desk.clock.advance(MINUTE)
    const late = await desk.check(await desk.send())
    assert.ok(typeof late === 'object')
    desk.clock.advance(10 * MINUTE)
    assert.equal(await desk.deps.atomically(late.spend), false)
  }))

test('a code by mail lives ten minutes, one by phone five', () =>
  on(async (desk) => {
    const mail = await desk.send()
    const phone = await desk.send({ challengeId: 'ver_phone', channel: 'sms', destination: '+4915112345678' })
    desk.clock.advance(5 * MINUTE - 1)
    assert.equal(typeof (await desk.check(phone, { challengeId: 'ver_phone' })), 'object')
    desk.clock.advance(1)
    assert.equal(await desk.check(phone, { challengeId: 'ver_phone' }), 'code_expired')
    desk.clock.advance(5 * MINUTE - 1)
    assert.equal(typeof (await desk.check(mail)), 'object')
    desk.clock.advance(1)
    assert.equal(await desk.check(mail), 'code_expired')
  }))

test('the same purpose and address wait a minute, another purpose does not', () =>
  on(async (desk) => {
    await desk.send()
    desk.clock.advance(20 * SECOND)
    assert.equal(await desk.wait(), 40)
    assert.equal(await desk.wait({ challengeId: 'ver_elsewhere' }), 40)
    assert.equal(await desk.wait({ challengeId: 'ver_two', purpose: 'manage_mfa' }), undefined)
  }))

test('E11: five an hour and ten a day for an account, over all its addresses', () =>
  on(async (desk) => {
    let accepted = 0
    for (let index = 0; index < 48; index += 1) {
      const sent = await desk.send({ destination: `owner${index % 7}@example.com` })
      if (/^\d{6}$/.test(sent)) accepted += 1
      else assert.equal(sent, 'send_limit')
      if (index === 11) assert.equal(accepted, 5)
      desk.clock.advance(5 * MINUTE)
    }
    assert.equal(accepted, 10)
    desk.clock.advance(DAY)
    assert.match(await desk.send(), /^\d{6}$/)
  }))

test('E11: five an hour for one address, whoever asks and however it is capitalised', () =>
  on(async (desk) => {
    for (let index = 0; index < 5; index += 1) {
      const accountId = `100000000000010${index}` as AccountId
      const destination = index % 2 === 0 ? 'Victim@example.com' : 'victim@example.com'
      assert.match(await desk.send({ accountId, destination, toNewAddress: true }), /^\d{6}$/)
    }
    const more = { accountId: OTHER, destination: 'vIctim@example.com', toNewAddress: true }
    assert.equal(await desk.send(more), 'send_limit')
  }))

test("A20: strangers who give the owner's address, and a thief in another browser, leave the owner a quota", () =>
  on(async (desk) => {
    for (let index = 0; index < 6; index += 1) {
      await desk.send({ accountId: '0', challengeId: 'reg_one', purpose: 'register', toNewAddress: true })
      desk.clock.advance(MINUTE)
    }
    for (let index = 0; index < 6; index += 1) {
      await desk.send()
      desk.clock.advance(MINUTE)
    }
    assert.equal(await desk.send(), 'send_limit')
    assert.match(await desk.send({ deviceKnown: true }), /^\d{6}$/)
  }))

test("A20: a stranger's registrations with the owner's address hold up no verification", () =>
  on(async (desk) => {
    for (let index = 0; index < 12; index += 1) {
      await desk.send({ accountId: '0', challengeId: 'reg_one', purpose: 'register', toNewAddress: true })
      desk.clock.advance(HOUR)
    }
    assert.match(await desk.send(), /^\d{6}$/)
  }))

test('what is refused counts for nothing and leaves the code before it alone', () =>
  on(async (desk) => {
    const code = await desk.send()
    for (let index = 0; index < 30; index += 1) await desk.send()
    assert.equal(typeof (await desk.check(code)), 'object')
    for (let index = 0; index < 4; index += 1) {
      desk.clock.advance(MINUTE)
      assert.match(await desk.send(), /^\d{6}$/)
    }
    desk.clock.advance(MINUTE)
    assert.equal(await desk.send(), 'send_limit')
    desk.clock.advance(HOUR)
    assert.match(await desk.send(), /^\d{6}$/)
  }))

test('one client address sends twenty an hour over all accounts', () =>
  on(async (desk) => {
    const from = (index: number, clientAddress: string) =>
      desk.send({
        accountId: `10000000000002${String(index).padStart(2, '0')}` as AccountId,
        destination: `person${index}@example.com`,
        clientAddress,
      })
    for (let index = 0; index < 20; index += 1) assert.match(await from(index, '2001:db8::1'), /^\d{6}$/)
    assert.equal(await from(20, '2001:db8::2'), 'too_many_requests')
    assert.match(await from(20, '2001:db8:0:1::2'), /^\d{6}$/)
  }, true))

test('a code that must not be delivered is kept like any other and sent to nobody', () =>
  on(async (desk) => {
    assert.equal(await desk.send({ deliver: false }), '')
    assert.ok(await desk.deps.read.codes.find(OWNER, 'ver_one'))
  }))

test('spaces in a code are dropped; what has not six digits is no code', () =>
  on(async (desk) => {
    const code = await desk.send()
    assert.equal(typeof (await desk.check(` ${code.slice(0, 3)} ${code.slice(3)} `)), 'object')
    for (const typed of ['', '12345', '1234567', '12345a', '-12345', '1e4321'])
      assert.equal(await desk.check(typed), 'code_malformed', typed)
  }))
