/** What the tests of binding stand on: a database, every store, a signed-in owner, and what happened to them. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { totp } from '@sallyport/otp'
import { sqlAccountStore } from '../accounts/sql.ts'
import { sqlAuditStore } from '../audit/sql.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { sqlBypassCodeStore } from '../bypass-codes/sql.ts'
import { makeSealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Sql } from '../db/database.ts'
import { sqlDeviceStore } from '../devices/sql.ts'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { NO_DEVICE_TOKENS } from '../kernel/device-tokens.ts'
import { newAccountId, newId } from '../kernel/ids.ts'
import type { Caller } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isRefused } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import type { MessageContent } from '../notify/content.ts'
import { openMessage } from '../notify/sealed-message.ts'
import { sqlOutboxStore } from '../notify/sql.ts'
import { sqlRecoveryCodeStore } from '../recovery-codes/sql.ts'
import { sqlSecurityQuestionStore } from '../security-questions/sql.ts'
import { findSession } from '../sessions/find-session.ts'
import { openSession } from '../sessions/open-session.ts'
import { sqlSessionStore } from '../sessions/sql.ts'
import { sqlSettingsStore } from '../settings/sql.ts'
import { sqlAttemptStore } from '../sign-in/sql.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { ownerCaller } from '../testing/owner-caller.ts'
import { testContext, testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { sqlTotpStore } from '../totp/sql.ts'
import { sqlUserStore } from '../users/sql.ts'
import { sqlUsualSignInStore } from '../usual-sign-ins/sql.ts'
import { sqlVerificationStore } from '../verification/sql.ts'
import type { Purpose, VerificationMethod } from '../verification/verification.ts'
import { type BegunDevice, beginDevice } from './begin-device.ts'
import { bindDevice } from './bind-device.ts'
import type { BindingDeps } from './deps.ts'

export const context = testContext()

/** Costs nothing; the real one is tested where codes are made and checked. */
const quickHash: SlowHash = {
  hash: async (text) => `quick:${text}`,
  verify: async (phc, text) => phc === `quick:${text}`,
  verifyNothing: async () => false,
}

function storesOf(sql: Sql) {
  return {
    accounts: sqlAccountStore(sql),
    attempts: sqlAttemptStore(sql),
    bypassCodes: sqlBypassCodeStore(sql),
    audit: sqlAuditStore(sql),
    devices: sqlDeviceStore(sql),
    outbox: sqlOutboxStore(sql),
    recoveryCodes: sqlRecoveryCodeStore(sql),
    securityQuestions: sqlSecurityQuestionStore(sql),
    sessions: sqlSessionStore(sql),
    settings: sqlSettingsStore(sql),
    totp: sqlTotpStore(sql),
    users: sqlUserStore(sql),
    usualSignIns: sqlUsualSignInStore(sql),
    verifications: sqlVerificationStore(sql),
  }
}
export type TestStores = ReturnType<typeof storesOf>

/** Opened for each test and closed after it. The account is older than the minutes in which less is asked. */
export async function openDesk(t: TestContext) {
  const database = await testDatabase()
  t.after(() => database.close())
  const random = countedRandom()
  const clock = heldClock()
  const sealer = makeSealer(await testKeys(database), random)
  const read = storesOf(database.read)
  function atomically<T>(work: (stores: TestStores) => Promise<T>): Promise<T> {
    return database.transact((sql) => work(storesOf(sql)))
  }
  const deps: BindingDeps = {
    read,
    atomically,
    clock,
    random,
    sealer,
    hasher: quickHash,
    gateways: { mail: false, sms: false },
    smsAvailable: true,
    allowedMeans: { phone: true, securityQuestions: true },
    productName: 'Sallyport',
  }
  const owner = { accountId: newAccountId(random), principalId: newId('prn', random) }
  await atomically(async (stores) => {
    await stores.accounts.createMain(owner, { address: 'owner@example.com', key: 'owner@example.com' }, 0)
    await stores.accounts.setPhone(owner, '+4915112345678', 0)
  })

  function password(): Proof {
    return { kind: 'password', factorClass: 'knowledge', source: 'password', at: clock.now() }
  }
  /** Signs the owner in by password, from some browser. */
  async function signIn(proofs: readonly Proof[] = [password()]) {
    const opened = await atomically((stores) =>
      openSession(stores, deps, { principal: owner, proofs, fullAt: clock.now(), context }),
    )
    return callerOf(opened.token)
  }
  /** Who calls with a token; fails where its session is over. */
  async function callerOf(token: Secret<string>): Promise<Caller> {
    const session = await findSession({ read, atomically, clock }, token)
    assert.ok(session, 'the session is over')
    return ownerCaller(session)
  }
  async function isLive({ sessionId }: Caller): Promise<boolean> {
    const live = await read.sessions.listLive(owner, clock.now())
    return live.some((session) => session.sessionId === sessionId)
  }
  /** What a proof of identity leaves behind. */
  async function verify(caller: Caller, purpose: Purpose, method: VerificationMethod = 'email') {
    const verificationId = newId('ver', random)
    const expiresAt = clock.now() + 10 * MINUTE
    const { sessionId } = caller
    await atomically(async (stores) => {
      const open = { ...owner, verificationId, sessionId, purpose, expiresAt, state: 'open' } as const
      await stores.verifications.replace(open)
      await stores.verifications.prove(owner, verificationId, { method, now: clock.now(), expiresAt })
    })
  }
  async function begin(caller: Caller): Promise<BegunDevice> {
    const begun = await beginDevice(deps, caller, context)
    assert.ok(!isRefused(begun), JSON.stringify(begun))
    return begun
  }
  /** The code that the app shows so many steps from now. */
  function code({ key }: BegunDevice, steps = 0): string {
    return totp(key.open(), clock.now() / SECOND + steps * 30)
  }
  function confirm(caller: Caller, begun: BegunDevice, deviceName = 'phone', using = deps) {
    const input = {
      bindingId: begun.pending.bindingId,
      deviceName,
      firstCode: code(begun, -1),
      secondCode: code(begun, 0),
      deviceTokens: NO_DEVICE_TOKENS,
    }
    return bindDevice(using, caller, input, context)
  }
  /** A device bound in the session, from its verification to its end. */
  async function bind(caller: Caller, deviceName = 'phone') {
    if ((await read.totp.count(owner)) === 0) await verify(caller, 'bind_mfa')
    const begun = await begin(caller)
    const bound = await confirm(caller, begun, deviceName)
    assert.ok(!isRefused(bound), JSON.stringify(bound))
    return { ...bound, begun, caller: await callerOf(bound.sessionToken) }
  }
  /** The actions and reasons in the trail, oldest first, which must hold together. */
  async function trail(): Promise<string[]> {
    assert.equal((await verifyChain(read, owner.accountId)).broken, undefined)
    const events = await read.audit.listChain(owner.accountId, { after: 0, limit: 500 })
    return events.map(({ action, reason }) => (reason === null ? action : `${action}: ${reason}`))
  }
  /** The channels by which a kind of message went out, in the order of the alphabet. */
  async function told(template: MessageContent['template']): Promise<string[]> {
    const rows = await read.outbox.kept(0, 100)
    const messages = rows.map((row) => openMessage(sealer, row.accountId, row.messageId, row.sealed))
    return messages
      .filter((message) => message.content.template === template)
      .map((message) => message.channel)
      .sort()
  }
  /** All that a change of factors could touch, to be compared with what it was. */
  async function state() {
    return {
      devices: await read.totp.list(owner),
      pending: await read.totp.findPending(owner),
      codes: await read.recoveryCodes.summary(owner),
      sessions: await read.sessions.listLive(owner, clock.now()),
      version: (await read.accounts.details(owner))?.securityVersion,
      outbox: await read.outbox.countByState(),
    }
  }
  return {
    ...{ database, deps, read, atomically, clock, random, owner },
    ...{ signIn, callerOf, isLive, verify, begin, code, confirm, bind, password, trail, told, state },
  }
}

/** Stores whose outbox breaks, which every change reaches last. */
export function withBrokenOutbox(deps: BindingDeps): BindingDeps {
  return {
    ...deps,
    atomically: (work) =>
      deps.atomically((stores) =>
        work({
          ...stores,
          outbox: { ...stores.outbox, insert: () => Promise.reject(new Error('the disk is full')) },
        }),
      ),
  }
}

/** The refusal's code; fails on a result. */
export async function refusalOf(outcome: Promise<unknown>): Promise<string> {
  const refused = await outcome
  assert.ok(isRefused(refused), 'was not refused')
  return refused.refused
}
