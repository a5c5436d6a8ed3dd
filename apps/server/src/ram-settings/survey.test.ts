import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY } from '../kernel/clock.ts'
import { mayEnterFrom } from '../settings/may-enter-from.ts'
import { type ChosenSettings, defaultSettings, identityMethods } from '../settings/settings.ts'
import { obligationOf } from '../standing/standing.ts'
import { type SurveyedUser, type SurveyPage, takeSurvey } from './survey.ts'

const SERVER = { phone: true, securityQuestions: true }
const NOW = 1000 * DAY
const ACCOUNT = '1234567890123456'

const someSettings: fc.Arbitrary<ChosenSettings> = fc.record({
  whoMust: fc.constantFrom('nobody', 'everyone', 'marked', 'unusual'),
  graceDays: fc.integer({ min: 0, max: 30 }),
  usersManageDevices: fc.boolean(),
  networks: fc.subarray(['192.0.2.0/24', '198.51.100.0/25', '2001:db8::/32', '0.0.0.0/0']),
  sessionHours: fc.constant(24),
  minimumPasswordLength: fc.constant(15),
  trustBrowserDays: fc.constant(0),
  idleDays: fc.constantFrom(0, 30, 90),
  passwordHistory: fc.constant(0),
  identityMethods: fc.subarray([...identityMethods], { minLength: 1 }),
  recoveryCodes: fc.boolean(),
})

const someUsers: fc.Arbitrary<SurveyedUser[]> = fc
  .array(
    fc.record({
      active: fc.boolean(),
      mfaBindRequired: fc.boolean(),
      hasDevice: fc.boolean(),
      hasEmail: fc.boolean(),
      hasPhone: fc.boolean(),
      hasQuestions: fc.boolean(),
      hasRecoveryCodes: fc.boolean(),
      lastAddress: fc.constantFrom(undefined, '192.0.2.9', '198.51.100.200', '2001:db8::1', '203.0.113.1'),
      quietSince: fc.integer({ min: 0, max: 120 }).map((days) => NOW - days * DAY),
    }),
    { maxLength: 60 },
  )
  .map((users) => users.map((user, index) => named(user, index)))

function named(user: Omit<SurveyedUser, 'principalId' | 'name' | 'nameKey'>, index: number): SurveyedUser {
  const name = `user-${String(index).padStart(5, '0')}`
  return { ...user, principalId: `prn_${name}`, name, nameKey: name }
}

function pagesOf(users: readonly SurveyedUser[]): SurveyPage {
  return async (_, { after, limit }) => users.filter((user) => user.nameKey > after).slice(0, limit)
}

test('nobody is locked out, sent to set-up, left without a way or deprived of codes by settings without having been in the answer', () =>
  fc.assert(
    fc.asyncProperty(someUsers, someSettings, async (everybody, chosen) => {
      const users = everybody.filter(({ active }) => active)
      const survey = await takeSurvey(pagesOf(everybody), ACCOUNT, chosen, { server: SERVER, now: NOW })
      const ids = (some: readonly { principalId: string }[]) => some.map(({ principalId }) => principalId)
      const refused = users.filter(
        ({ lastAddress }) => lastAddress !== undefined && !mayEnterFrom(chosen, lastAddress),
      )
      assert.deepEqual(ids(survey.lockedOutByNetwork.users), ids(refused))
      const quiet = users.filter(
        ({ quietSince }) => chosen.idleDays > 0 && NOW - quietSince >= (chosen.idleDays - 7) * DAY,
      )
      assert.deepEqual(ids(survey.idle.users), ids(quiet))
      const codes = everybody.filter(({ hasRecoveryCodes }) => hasRecoveryCodes && !chosen.recoveryCodes)
      assert.deepEqual(ids(survey.losingRecoveryCodes.users), ids(codes))
      const stuck = new Set(ids(survey.withoutWay.users))
      const unable = new Set(ids(survey.cannotVerify.users))
      const sent = new Set(ids(survey.sentToSetUp.users))
      for (const user of users) {
        const policy = { ...user, graceUntil: undefined, createdAt: 0 }
        const { obliged } = obligationOf(policy, { ...chosen, enforcedAt: 0 }, 0)
        if (obliged && !user.hasDevice) assert.ok(sent.has(user.principalId))
        const ways = { email: user.hasEmail, phone: user.hasPhone, security_questions: user.hasQuestions }
        const barred = chosen.identityMethods.every((method) => !ways[method])
        assert.equal(stuck.has(user.principalId), sent.has(user.principalId) && barred)
        const unsent = !user.hasDevice && !sent.has(user.principalId)
        assert.equal(unable.has(user.principalId), unsent && barred)
        if (user.hasDevice) assert.ok(!sent.has(user.principalId))
      }
      assert.equal(survey.users, users.length)
      assert.equal(survey.ready, users.filter((user) => user.hasDevice).length)
    }),
  ))

const somebody = {
  active: true,
  mfaBindRequired: true,
  hasDevice: false,
  hasEmail: true,
  hasPhone: false,
  hasQuestions: false,
  hasRecoveryCodes: false,
  lastAddress: '192.0.2.1',
  quietSince: NOW,
}

test('the digest changes with the answer for any one user, named or not, and with nothing else', async () => {
  const users = Array.from({ length: 2500 }, (_, index) => named(somebody, index))
  const chosen: ChosenSettings = {
    ...defaultSettings,
    whoMust: 'everyone',
    networks: ['192.0.2.0/24'],
    identityMethods: ['email'],
    recoveryCodes: false,
  }
  const look = (changed: readonly SurveyedUser[]) =>
    takeSurvey(pagesOf(changed), ACCOUNT, chosen, { server: SERVER, now: NOW })
  const before = await look(users)
  assert.deepEqual(
    [before.users, before.sentToSetUp.count, before.sentToSetUp.users.length],
    [2500, 2500, 100],
  )
  const change = (index: number, what: Partial<SurveyedUser>) =>
    users.map((user, at) => (at === index ? { ...user, ...what } : user))
  for (const index of [0, 999, 1000, 2499]) {
    for (const what of [
      { hasDevice: true },
      { hasEmail: false },
      { hasRecoveryCodes: true },
      { lastAddress: '203.0.113.1' },
    ])
      assert.notEqual((await look(change(index, what))).digest, before.digest)
    for (const what of [{ lastAddress: '192.0.2.200' }, { hasPhone: true }, { hasQuestions: true }])
      assert.equal((await look(change(index, what))).digest, before.digest)
  }
  assert.notEqual((await look(users.slice(1))).digest, before.digest)
  const gone = await look(change(999, { active: false }))
  assert.notEqual(gone.digest, before.digest)
  const losing = await look(change(999, { active: false, hasRecoveryCodes: true }))
  assert.ok(losing.digest !== gone.digest && losing.digest !== before.digest)
  assert.deepEqual([losing.users, losing.losingRecoveryCodes.count], [2499, 1])
})

test('whoever need not set up and could not is named apart, and the digest changes with it', async () => {
  const chosen: ChosenSettings = { ...defaultSettings, identityMethods: ['phone', 'security_questions'] }
  const look = (user: Partial<SurveyedUser>) =>
    takeSurvey(pagesOf([named({ ...somebody, mfaBindRequired: false, ...user }, 0)]), ACCOUNT, chosen, {
      server: SERVER,
      now: NOW,
    })
  const barred = await look({})
  assert.deepEqual([barred.withoutWay.count, barred.cannotVerify.count], [0, 1])
  for (const way of [{ hasPhone: true }, { hasQuestions: true }, { hasDevice: true }]) {
    const able = await look(way)
    assert.equal(able.cannotVerify.count, 0)
    assert.notEqual(able.digest, barred.digest)
  }
})

test('a phone and questions are ways to verify identity only where the server has them and the settings allow them', async () => {
  const withoutWay = async (user: object, chosen: object, server: object = SERVER) => {
    const users = [named({ ...somebody, hasEmail: false, ...user }, 0)]
    const settings = { ...defaultSettings, ...chosen }
    const by = { server: { ...SERVER, ...server }, now: NOW }
    return (await takeSurvey(pagesOf(users), ACCOUNT, settings, by)).withoutWay.count
  }
  assert.equal(await withoutWay({ hasPhone: true }, {}), 0)
  assert.equal(await withoutWay({ hasPhone: true }, {}, { phone: false }), 1)
  assert.equal(await withoutWay({ hasPhone: true }, { identityMethods: ['email'] }), 1)
  assert.equal(await withoutWay({ hasQuestions: true }, {}), 0)
  assert.equal(await withoutWay({ hasQuestions: true }, {}, { securityQuestions: false }), 1)
  assert.equal(await withoutWay({ hasQuestions: true }, { identityMethods: ['email', 'phone'] }), 1)
  assert.equal(await withoutWay({ hasEmail: true }, { identityMethods: ['phone'] }), 1)
})
