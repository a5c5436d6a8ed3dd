import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sqlAccountStore } from '../accounts/sql.ts'
import { makeSealer, SealBroken } from '../crypto/seal.ts'
import { makeSlowHash, type SlowHash } from '../crypto/slow-hash.ts'
import { newAccountId, newId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused, refuse } from '../kernel/refusal.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { checkRecoveryCode } from './check-recovery-code.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import { sqlRecoveryCodeStore } from './sql.ts'

async function desk(t: TestContext) {
  const database = await testDatabase()
  t.after(() => database.close())
  const random = countedRandom()
  const clock = heldClock()
  const sealer = makeSealer(await testKeys(database), random)
  const read = { recoveryCodes: sqlRecoveryCodeStore(database.read) }
  const deps = { read, clock, random, sealer, hasher: makeSlowHash(2) }

  async function principal(): Promise<Principal> {
    const made = { accountId: newAccountId(random), principalId: newId('prn', random) }
    const key = `${made.accountId}@example.com`
    await database.transact((sql) => sqlAccountStore(sql).createMain(made, { address: key, key }, 0))
    return made
  }
  async function make(owner: Principal): Promise<readonly string[]> {
    const made = await makeRecoveryCodes(deps, owner)
    assert.ok(!isRefused(made))
    await database.transact((sql) => made.store({ recoveryCodes: sqlRecoveryCodeStore(sql) }))
    return made.codes.open()
  }
  /** Checks and spends: `spent`, a refusal's code, or `replayed`. */
  async function use(owner: Principal, typed: string | undefined): Promise<string> {
    const proved = await checkRecoveryCode(deps, owner, typed ?? '')
    if (isRefused(proved)) return proved.refused
    const done = await database.transact((sql) => proved.spend({ recoveryCodes: sqlRecoveryCodeStore(sql) }))
    return done ? 'spent' : 'replayed'
  }
  return { database, deps, read, clock, principal, make, use }
}

test('ten codes are made, numbered, and none repeats', async (t) => {
  const { principal, make, read, clock } = await desk(t)
  const owner = await principal()
  const codes = await make(owner)
  assert.deepEqual(
    codes.map((code) => Number(code.slice(0, 2))),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
  assert.equal(new Set(codes.map((code) => code.slice(3))).size, 10)
  assert.deepEqual(await read.recoveryCodes.summary(owner), { left: 10, madeAt: clock.now() })
})

test('B4: a recovery code is good for one time, also for 20 uses at one moment', async (t) => {
  const { principal, make, use, read } = await desk(t)
  const owner = await principal()
  const codes = await make(owner)
  assert.equal(await use(owner, codes[0]), 'spent')
  assert.equal(await use(owner, codes[0]), 'recovery_code_wrong')
  const uses = await Promise.all(Array.from({ length: 20 }, () => use(owner, codes[1])))
  assert.equal(uses.filter((outcome) => outcome === 'spent').length, 1)
  assert.equal(await read.recoveryCodes.count(owner), 8)
})

test('a code passes under its own number alone', async (t) => {
  const { principal, make, use } = await desk(t)
  const owner = await principal()
  const codes = await make(owner)
  assert.equal(await use(owner, codes[0]?.replace(/^01/, '02')), 'recovery_code_wrong')
  assert.equal(await use(owner, codes[0]), 'spent')
})

test('new codes void all earlier ones, also one that was checked before and is spent after', async (t) => {
  const { principal, make, use, deps, database, read } = await desk(t)
  const owner = await principal()
  const [first, second] = await make(owner)
  const proved = await checkRecoveryCode(deps, owner, first ?? '')
  assert.ok(!isRefused(proved))
  const fresh = await make(owner)
  const late = await database.transact((sql) => proved.spend({ recoveryCodes: sqlRecoveryCodeStore(sql) }))
  assert.equal(late, false)
  assert.equal(await read.recoveryCodes.count(owner), 10)
  assert.equal(await use(owner, second), 'recovery_code_wrong')
  assert.equal(await use(owner, fresh[0]), 'spent')
})

test("another principal's code is refused", async (t) => {
  const { principal, make, use } = await desk(t)
  const owner = await principal()
  const other = await principal()
  await make(owner)
  const theirs = await make(other)
  assert.equal(await use(owner, theirs[3]), 'recovery_code_wrong')
})

test('a principal without codes has none that is right, at the cost of a hash', async (t) => {
  const { principal, deps } = await desk(t)
  const owner = await principal()
  let decoys = 0
  const hasher: SlowHash = {
    ...deps.hasher,
    async verifyNothing() {
      decoys += 1
      return false
    },
  }
  const outcome = await checkRecoveryCode({ ...deps, hasher }, owner, '01-0000-0000-0000-0000')
  assert.ok(isRefused(outcome) && outcome.refused === 'recovery_code_wrong')
  assert.equal(decoys, 1)
})

test('what has not the form of a code costs no hash', async (t) => {
  const { principal, deps } = await desk(t)
  const owner = await principal()
  const hasher: SlowHash = {
    hash: () => assert.fail(),
    verify: () => assert.fail(),
    verifyNothing: () => assert.fail(),
  }
  const outcome = await checkRecoveryCode({ ...deps, hasher }, owner, '123456')
  assert.ok(isRefused(outcome) && outcome.refused === 'recovery_code_malformed')
})

test('a full queue refuses, and neither makes nor spends anything', async (t) => {
  const { principal, make, deps, read } = await desk(t)
  const owner = await principal()
  const codes = await make(owner)
  const busy = async () => refuse('server_busy', { retryAfterSeconds: 2 })
  const full = { ...deps, hasher: { hash: busy, verify: busy, verifyNothing: busy } }
  for (const outcome of [
    await makeRecoveryCodes(full, owner),
    await checkRecoveryCode(full, owner, codes[0] ?? ''),
  ])
    assert.ok(isRefused(outcome) && outcome.refused === 'server_busy')
  assert.equal(await read.recoveryCodes.count(owner), 10)
})

test('J2: codes swapped between two rows open for neither', async (t) => {
  const { principal, make, use, database, read } = await desk(t)
  const owner = await principal()
  const codes = await make(owner)
  const first = await read.recoveryCodes.find(owner, 1)
  const second = await read.recoveryCodes.find(owner, 2)
  for (const [position, sealed] of [
    [1, second?.sealed],
    [2, first?.sealed],
  ])
    await database.transact((sql) =>
      sql
        .withTables<{ recovery_code: Record<string, string | number | undefined> }>()
        .updateTable('recovery_code')
        .set({ sealed })
        .where('position', '=', position)
        .execute(),
    )
  await assert.rejects(use(owner, codes[0]), SealBroken)
  await assert.rejects(use(owner, codes[1]), SealBroken)
  assert.equal(await use(owner, codes[2]), 'spent')
})

test('kept as argon2id with a salt of its own, sealed', async (t) => {
  const { principal, make, read, deps } = await desk(t)
  const owner = await principal()
  await make(owner)
  const kept = await read.recoveryCodes.find(owner, 4)
  assert.ok(kept)
  assert.match(kept.sealed, /^v1\./)
  const place = {
    purpose: 'recovery_code',
    table: 'recovery_code',
    column: 'sealed',
    accountId: owner.accountId,
    rowId: `${owner.principalId}/4`,
  } as const
  const phc = Buffer.from(deps.sealer.open(place, kept.sealed)).toString()
  assert.match(phc, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43}$/)
})
