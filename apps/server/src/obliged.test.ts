/** Random lives of an account: settings, users, factors and sign-ins in any order, against the promises of policy. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { totp } from '@sallyport/otp'
import fc from 'fast-check'
import { beginDevice } from './binding/begin-device.ts'
import { bindDevice } from './binding/bind-device.ts'
import type { SlowHash } from './crypto/slow-hash.ts'
import { DAY, HOUR, MINUTE, SECOND } from './kernel/clock.ts'
import { NO_DEVICE_TOKENS } from './kernel/device-tokens.ts'
import { newAccountId, newId } from './kernel/ids.ts'
import type { Caller, Principal } from './kernel/principal.ts'
import { levelOf } from './kernel/proof.ts'
import { isRefused } from './kernel/refusal.ts'
import { Secret } from './kernel/secret.ts'
import { storePassword } from './passwords/store-password.ts'
import { permit } from './permits.ts'
import { putInForce } from './ram-settings/enforce-settings.ts'
import { previewSettings } from './ram-settings/preview-settings.ts'
import { makeBypassCode } from './ram-users/make-bypass-code.ts'
import { moveUser } from './ram-users/move-user.ts'
import { resetFactors } from './ram-users/reset-factors.ts'
import { defaultSettings, type IdentityMethod, identityMethods } from './settings/settings.ts'
import { beginSignIn } from './sign-in/begin.ts'
import { proveSecondStep } from './sign-in/prove.ts'
import { putOffSetUp } from './sign-in/put-off.ts'
import { findSignedIn } from './standing/find-signed-in.ts'
import { isBypassed } from './standing/standing.ts'
import { testContext } from './testing/test-context.ts'
import { type TestServer, testServer } from './testing/test-server.ts'
import { userName } from './users/user.ts'

const HOME = '192.0.2.7'
const AWAY = '198.51.100.9'
/** What each user has on file to verify an identity by. */
const FILES: readonly (readonly IdentityMethod[])[] = [
  ['email'],
  ['email', 'phone'],
  ['email', 'phone', 'security_questions'],
]
const USERS = FILES.length

/** Costs nothing; the real one is tested where passwords are checked. */
const hasher: SlowHash = {
  hash: async (text: string) => `quick:${text}`,
  verify: async (phc: string, text: string) => phc === `quick:${text}`,
  verifyNothing: async () => false,
}

type Person = Principal & {
  readonly signInName: string
  readonly file: readonly IdentityMethod[]
  key: Uint8Array | undefined
  /** What an oracle of its own knows, beside the code under test. */
  marked: boolean
  readonly createdAt: number
  wasReset: boolean
  /** Recovery codes that are good, and those that were and must never be again. */
  codes: readonly string[]
  voidCodes: readonly string[]
}

type Held = { readonly token: Secret<string>; readonly person: Person; putOff: boolean }

const command = fc.oneof(
  fc.record({
    kind: fc.constant('enforce' as const),
    whoMust: fc.constantFrom('nobody', 'everyone', 'everyone', 'marked', 'unusual'),
    graceDays: fc.constantFrom(0, 1, 7),
    networks: fc.constantFrom<string[]>([], ['192.0.2.0/24'], ['198.51.100.0/24']),
    identityMethods: fc.oneof(
      fc.constant<readonly IdentityMethod[]>(identityMethods),
      fc
        .subarray([...identityMethods], { minLength: 1 })
        .filter((methods) => methods.join() !== 'security_questions'),
    ),
    recoveryCodes: fc.constantFrom(true, true, false),
  }),
  fc.record({
    kind: fc.constantFrom('signIn', 'signIn', 'settle', 'bypass', 'recover'),
    who: fc.nat(USERS - 1),
    address: fc.constantFrom(HOME, HOME, AWAY),
  }),
  fc.record({
    kind: fc.constantFrom('mark', 'unmark', 'reset', 'suspend', 'resume'),
    who: fc.nat(USERS - 1),
  }),
  fc.record({
    kind: fc.constantFrom('bind', 'bind', 'later'),
    which: fc.nat(5),
    by: fc.constantFrom(...identityMethods),
  }),
  fc.record({
    kind: fc.constant('wait' as const),
    ms: fc.constantFrom(MINUTE, 50 * MINUTE, 12 * HOUR, 2 * DAY),
  }),
)

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

/** One account with its users, and everything that was ever let in. */
async function openLife(at: TestServer) {
  const world = { ...at.world, hasher }
  const accountId = newAccountId(world.random)
  const operator = { kind: 'operator', accountId, principalId: 'operator', role: 'owner' } as const
  const email = { address: `${accountId}@example.com`, key: `${accountId}@example.com` }
  const owner = { accountId, principalId: newId('prn', world.random) }
  await world.atomically((stores) => stores.accounts.createMain(owner, email, at.clock.now()))
  const people: Person[] = []
  for (const [index, file] of FILES.entries()) {
    const principal = { accountId, principalId: newId('prn', world.random) }
    const name = userName(`user${index}`)
    assert.ok(name)
    await world.atomically(async (stores) => {
      await stores.users.create({
        ...principal,
        name,
        displayName: '',
        comment: '',
        mfaBindRequired: false,
        email,
        phone: file.includes('phone') ? '+4915112345678' : undefined,
        passwordState: 'own',
        firstPasswordEndsAt: undefined,
        createdAt: at.clock.now(),
      })
      await storePassword(stores, world, principal, 'quick:right', at.clock.now())
      const questions = [{ position: 0, questionId: 'first_pet', sealedAnswer: 'sealed' }]
      if (file.includes('security_questions'))
        await stores.securityQuestions.replace(principal, questions, at.clock.now())
    })
    people.push({
      ...principal,
      signInName: `${name.name}@${accountId}`,
      file,
      key: undefined,
      marked: false,
      createdAt: at.clock.now(),
      wasReset: false,
      codes: [],
      voidCodes: [],
    })
  }
  const held: Held[] = []
  const seen = { bound: 0, barred: 0, recovered: 0, off: 0, void: 0 }
  let settings = defaultSettings

  async function callerOf({ token }: Held): Promise<Caller | undefined> {
    const found = await findSignedIn(world, token)
    return found && { ...found.session, ...found.standing }
  }

  /** As a person with everything at hand would: password, then the device's next code, or what is given instead. */
  async function signIn(
    person: Person,
    address: string,
    instead?: { method: 'bypass_code' | 'recovery_code'; code: string },
  ) {
    at.clock.advance(60 * SECOND)
    const context = testContext({ address })
    const input = {
      accountName: person.signInName,
      password: new Secret('right'),
      deviceTokens: NO_DEVICE_TOKENS,
    }
    const begun = await beginSignIn(world, input, context)
    if (isRefused(begun)) return begun
    if (begun.kind === 'session') return begun.token
    assert.ok(person.key, 'a second factor is asked of who has one')
    const given =
      instead ?? ({ method: 'virtual_mfa', code: totp(person.key, at.clock.now() / SECOND) } as const)
    const tokens = { attemptToken: begun.token, deviceTokens: NO_DEVICE_TOKENS }
    const admitted = await proveSecondStep(world, { ...tokens, ...given }, context)
    return isRefused(admitted) ? admitted : admitted.sessionToken
  }

  async function letIn(person: Person, address: string, bypassCode?: string): Promise<void> {
    const instead =
      bypassCode === undefined ? undefined : ({ method: 'bypass_code', code: bypassCode } as const)
    const outcome = await signIn(person, address, instead)
    if (!isRefused(outcome)) held.push({ token: outcome, person, putOff: false })
  }

  /** A recovery code that is good signs in; once spent or switched off it is void, also when they are switched on again. */
  async function recover(person: Person, address: string): Promise<void> {
    if (person.key === undefined) await settle(person, address)
    if (person.key === undefined) return
    const [code, ...rest] = person.codes
    if (code === undefined) return
    const outcome = await signIn(person, address, { method: 'recovery_code', code })
    if (isRefused(outcome)) {
      assert.notEqual(outcome.refused, 'recovery_code_wrong', 'a good code was not known')
      assert.notEqual(outcome.refused, 'method_unavailable', 'a good code was not taken')
      return
    }
    seen.recovered += 1
    Object.assign(person, { codes: rest, voidCodes: [code, ...person.voidCodes] })
    held.push({ token: outcome, person, putOff: false })
    await tryVoid(person, address)
  }

  async function tryVoid(person: Person, address: string): Promise<void> {
    const [code] = person.voidCodes
    if (code === undefined || person.key === undefined) return
    const outcome = await signIn(person, address, { method: 'recovery_code', code })
    assert.ok(isRefused(outcome), 'a code that is void signed in')
    seen.void += 1
  }

  function loseCodes(person: Person): void {
    Object.assign(person, { codes: [], voidCodes: [...person.codes, ...person.voidCodes] })
  }

  /** A proof by one of the ways stands in the session; it opens the wizard exactly where settings and file have that way. */
  async function bind(session: Held, by: IdentityMethod): Promise<void> {
    const caller = await callerOf(session)
    if (caller === undefined || caller.owes === 'new_password') return
    const { accountId, principalId, sessionId } = caller
    const verificationId = newId('ver', world.random)
    const expiresAt = at.clock.now() + 10 * MINUTE
    await world.atomically(async (stores) => {
      const open = {
        accountId,
        principalId,
        sessionId,
        verificationId,
        purpose: 'bind_mfa',
        expiresAt,
      } as const
      await stores.verifications.replace({ ...open, state: 'open' })
      const proven = { method: by, now: at.clock.now(), expiresAt } as const
      await stores.verifications.prove(caller, verificationId, proven)
    })
    const begun = await beginDevice(world, caller, testContext())
    const { person } = session
    if (person.key === undefined && !isBypassed(caller.proofs)) {
      const counts = settings.identityMethods.includes(by) && person.file.includes(by)
      assert.equal(isRefused(begun) && begun.refused === 'verification_needed', !counts, by)
      if (!counts) seen.barred += 1
    }
    if (isRefused(begun)) return
    const code = (steps: number) => totp(begun.key.open(), at.clock.now() / SECOND + steps * 30)
    const input = {
      bindingId: begun.pending.bindingId,
      deviceName: `phone ${verificationId.slice(-8)}`,
      firstCode: code(-1),
      secondCode: code(0),
      deviceTokens: NO_DEVICE_TOKENS,
    }
    const bound = await bindDevice(world, caller, input, testContext())
    if (isRefused(bound)) return
    const codes = bound.recoveryCodes.open()
    assert.equal(codes.length, settings.recoveryCodes && person.codes.length === 0 ? 10 : 0)
    if (codes.length > 0) person.codes = codes
    person.key = begun.key.open()
    seen.bound += 1
    held.push({ token: bound.sessionToken, person, putOff: false })
  }

  /** Signs in and sets MFA up by each way in turn. */
  async function settle(person: Person, address: string): Promise<void> {
    await letIn(person, address)
    const session = held.at(-1)
    if (session?.person !== person || person.key !== undefined) return
    for (const by of identityMethods) await bind(session, by)
  }

  /** Through the dry run, as the console does; whoever has all factors and could come in still can, or was in its answer. */
  async function enforce({ kind: _, ...chosen }: Command & { kind: 'enforce' }): Promise<void> {
    const next = { ...defaultSettings, ...(chosen as object) } as typeof defaultSettings
    const { enforcedAt: __, idleEnforcedAt: ___, ...typed } = next
    const dryRun = await previewSettings(world, operator, typed, testContext())
    assert.ok(!isRefused(dryRun))
    const equipped: { person: Person; address: string }[] = []
    for (const person of people) {
      const user = await world.read.users.find(person)
      if (user?.state !== 'active' || person.key === undefined || user.lastAddress === undefined) continue
      if (!isRefused(await signIn(person, user.lastAddress)))
        equipped.push({ person, address: user.lastAddress })
    }
    const input = { settings: typed, token: dryRun.token, stands: async () => true }
    assert.equal(await putInForce(world, operator, input, testContext()), undefined)
    const back = next.recoveryCodes && !settings.recoveryCodes
    const sameRule = settings.whoMust === next.whoMust && settings.graceDays === next.graceDays
    settings = { ...next, enforcedAt: sameRule ? (settings.enforcedAt ?? at.clock.now()) : at.clock.now() }
    for (const person of people) {
      const active = (await world.read.users.find(person))?.state === 'active'
      const loses = !next.recoveryCodes && person.codes.length > 0
      assert.equal(
        dryRun.losingRecoveryCodes.users.some(({ id }) => id === person.principalId),
        loses,
      )
      const must = next.whoMust === 'everyone' || next.whoMust === 'unusual' || person.marked
      const barred = !next.identityMethods.some((method) => person.file.includes(method))
      assert.equal(
        dryRun.withoutWay.users.some(({ id }) => id === person.principalId),
        active && must && person.key === undefined && barred,
      )
      assert.equal(
        dryRun.cannotVerify.users.some(({ id }) => id === person.principalId),
        active && !must && person.key === undefined && barred,
      )
      if (next.recoveryCodes) continue
      seen.off += 1
      loseCodes(person)
    }
    if (back) for (const person of people) await tryVoid(person, HOME)
    const named = new Set(dryRun.lockedOutByNetwork.users.map(({ id }) => id))
    for (const { person, address } of equipped) {
      const outcome = await signIn(person, address)
      if (isRefused(outcome)) assert.ok(named.has(person.principalId), outcome.refused)
    }
  }

  async function act(doing: Command): Promise<void> {
    if ('whoMust' in doing) return enforce(doing)
    if ('ms' in doing) return at.clock.advance(doing.ms)
    if ('which' in doing) {
      const session = held[doing.which % Math.max(1, held.length)]
      if (session === undefined) return
      if (doing.kind === 'bind') return bind(session, doing.by)
      const caller = await callerOf(session)
      const refused = caller && permit({ access: 'owing' }, caller, false)
      if (caller && !refused && !isRefused(await putOffSetUp(world, caller))) session.putOff = true
      return
    }
    const person = people[doing.who]
    assert.ok(person)
    const id = person.principalId
    if ('address' in doing) {
      if (doing.kind === 'signIn') return letIn(person, doing.address)
      if (doing.kind === 'recover') return recover(person, doing.address)
      if (doing.kind === 'settle') return settle(person, doing.address)
      const made = await makeBypassCode(world, operator, { id, reason: 'lost', hours: 1 }, testContext())
      return isRefused(made) ? undefined : letIn(person, doing.address, made.code.open())
    }
    switch (doing.kind) {
      case 'mark':
      case 'unmark': {
        const typed = { mfaBindRequired: doing.kind === 'mark' }
        await world.atomically((stores) => stores.users.change(person, typed))
        person.marked = typed.mfaBindRequired
        return
      }
      case 'reset':
        assert.ok(!isRefused(await resetFactors(world, operator, id, testContext())))
        loseCodes(person)
        Object.assign(person, { key: undefined, marked: true, wasReset: true })
        return
      case 'suspend':
      case 'resume':
        await moveUser(world, operator, { id, move: doing.kind }, testContext())
    }
  }

  /** Until when a user without a factor may wait, by rules written down here anew. */
  function graceOf(person: Person): number {
    if (person.wasReset || settings.whoMust === 'nobody') return 0
    return Math.max(person.createdAt, settings.enforcedAt ?? 0) + settings.graceDays * DAY
  }

  async function check(): Promise<{ full: number; owing: number }> {
    const now = at.clock.now()
    let full = 0
    let owing = 0
    for (const session of held) {
      const caller = await callerOf(session)
      if (caller === undefined) continue
      if (permit({ access: 'session' }, caller, false) !== undefined) {
        owing += 1
        continue
      }
      full += 1
      const { person } = session
      const state = (await world.read.users.find(person))?.state
      assert.equal(state, 'active', 'who is suspended holds no session')
      if (!person.marked && settings.whoMust !== 'everyone') continue
      const waits = session.putOff && now < graceOf(person)
      assert.ok(levelOf(caller.proofs) === 'aal2' || waits, 'a full session with one factor')
    }
    return { full, owing }
  }
  return { act, check, seen }
}

test('nobody whom policy obliges holds a full session with one factor, no kind counts that is switched off, and no setting locks out who was not in the dry run', async () => {
  const at = await testServer()
  const seen = { full: 0, owing: 0, bound: 0, barred: 0, recovered: 0, off: 0, void: 0 }
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 30, size: 'max' }), async (commands) => {
        const life = await openLife(at)
        for (const doing of commands) {
          await life.act(doing)
          const { full, owing } = await life.check()
          seen.full += full
          seen.owing += owing
        }
        for (const what of ['bound', 'barred', 'recovered', 'off', 'void'] as const)
          seen[what] += life.seen[what]
      }),
      { numRuns: 80 },
    )
    const kinds = seen.bound > 30 && seen.barred > 5 && seen.recovered > 5 && seen.off > 50 && seen.void > 5
    assert.ok(seen.full > 50 && seen.owing > 20 && kinds, `the lives were too dull: ${JSON.stringify(seen)}`)
  } finally {
    await at.close()
  }
})
