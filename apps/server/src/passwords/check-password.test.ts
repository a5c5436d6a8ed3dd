/** Checking a password: all of it counts, it opens its own account alone, and names that do not exist cost as much. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSealer } from '../crypto/seal.ts'
import { makeSlowHash } from '../crypto/slow-hash.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testKeys } from '../testing/test-context.ts'
import { testDatabase } from '../testing/test-database.ts'
import { checkPassword } from './check-password.ts'
import type { KeptPassword, PasswordStore } from './store.ts'
import { hashPassword, storePassword } from './store-password.ts'

const OWNER: Principal = { accountId: '1000000000000001', principalId: 'prn_owner' }
const OTHER: Principal = { accountId: '1000000000000002', principalId: 'prn_other' }

/** Passwords in memory: what is asked here is the check, not the table. */
async function openDesk() {
  const database = await testDatabase()
  const random = countedRandom('passwords')
  const sealer = makeSealer(await testKeys(database), random)
  await database.close()
  const rows = new Map<string, KeptPassword>()
  const keyOf = (principal: Principal) => `${principal.accountId}/${principal.principalId}`
  const passwords: PasswordStore = {
    remove: async () => undefined,
    listPast: async () => [],
    addPast: async () => undefined,
    dropPast: async () => undefined,
    find: async (principal) => rows.get(keyOf(principal)),
    async makeVoid(principal, voidAt) {
      const kept = rows.get(keyOf(principal))
      if (kept) rows.set(keyOf(principal), { ...kept, voidAt })
      return kept !== undefined
    },
    async put(principal, sealed, changedAt) {
      rows.set(keyOf(principal), { sealed, changedAt, voidAt: undefined })
    },
  }
  const real = makeSlowHash(2)
  const verified: string[] = []
  const hasher = {
    ...real,
    verify(phc: string, text: string) {
      verified.push(text)
      return real.verify(phc, text)
    },
    verifyNothing(text: string) {
      verified.push(text)
      return real.verifyNothing(text)
    },
  }
  const deps = { read: { passwords }, hasher, sealer, clock: heldClock() }
  return {
    rows,
    keyOf,
    verified,
    async set(principal: Principal, password: string) {
      const phc = await hashPassword(hasher, new Secret(password))
      assert.ok(!isRefused(phc))
      await storePassword({ passwords }, { sealer }, principal, phc, 0)
    },
    async check(principal: Principal | undefined, password: string): Promise<string> {
      const checked = await checkPassword(deps, principal, new Secret(password))
      return isRefused(checked) ? checked.refused : checked.kind
    },
  }
}

test('J1: passwords that differ in the last character alone are different, at any length', async () => {
  const desk = await openDesk()
  for (const length of [15, 64, 72, 73, 128, 1000, 1024]) {
    const start = 'w'.repeat(length - 1)
    await desk.set(OWNER, `${start}a`)
    assert.equal(await desk.check(OWNER, `${start}a`), 'password', String(length))
    assert.equal(await desk.check(OWNER, `${start}b`), 'password_wrong', String(length))
    assert.equal(await desk.check(OWNER, start), 'password_wrong', String(length))
    assert.equal(await desk.check(OWNER, `${start}aa`), 'password_wrong', String(length))
  }
})

test('J1: no name, however long, stands in for a password', async () => {
  const desk = await openDesk()
  const longNamed: Principal = { accountId: '1000000000000003', principalId: `prn_${'n'.repeat(200)}` }
  await desk.set(longNamed, 'quiet copper meadow 28')
  for (const typed of ['', longNamed.principalId, 'quiet copper meadow 29'])
    assert.equal(await desk.check(longNamed, typed), 'password_wrong', typed)
})

test('a password counts exactly as typed: case, spaces at its ends, what follows a null', async () => {
  const desk = await openDesk()
  await desk.set(OWNER, ' Quiet copper\u0000meadow 28 ')
  for (const typed of [
    ' quiet copper\u0000meadow 28 ',
    'Quiet copper\u0000meadow 28',
    ' Quiet copper',
    ' Quiet copper\u0000',
    ' Quiet copper\u0000meadow 29 ',
  ])
    assert.equal(await desk.check(OWNER, typed), 'password_wrong', JSON.stringify(typed))
  assert.equal(await desk.check(OWNER, ' Quiet copper\u0000meadow 28 '), 'password')
})

test('composed and decomposed letters are one password, compatible ones are not', async () => {
  const desk = await openDesk()
  await desk.set(OWNER, 'caf\u00e9 au lait fra\u00eeche')
  assert.equal(await desk.check(OWNER, 'cafe\u0301 au lait frai\u0302che'), 'password')
  await desk.set(OWNER, 'o\ufb03ce harbour lantern')
  assert.equal(await desk.check(OWNER, 'office harbour lantern'), 'password_wrong')
})

test("J2: a hash that is moved to another principal's row opens nothing", async () => {
  const desk = await openDesk()
  await desk.set(OWNER, 'quiet copper meadow 28')
  const stolen = desk.rows.get(desk.keyOf(OWNER))
  assert.ok(stolen)
  assert.doesNotMatch(stolen.sealed, /argon2/)
  desk.rows.set(desk.keyOf(OTHER), stolen)
  await assert.rejects(desk.check(OTHER, 'quiet copper meadow 28'))
})

test('J5: a name that nobody has and a principal without a password cost one hash as well', async () => {
  const desk = await openDesk()
  await desk.set(OWNER, 'quiet copper meadow 28')
  for (const principal of [OWNER, OTHER, undefined])
    assert.equal(await desk.check(principal, 'another one 29'), 'password_wrong')
  assert.deepEqual(desk.verified, ['another one 29', 'another one 29', 'another one 29'])
})
