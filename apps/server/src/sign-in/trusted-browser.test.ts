/** Trusted browsers at the door: who gets one, what it opens and what it never does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY, MINUTE } from '../kernel/clock.ts'
import { PASSWORD } from '../testing/people.ts'
import { makeUser } from '../testing/ram-people.ts'
import {
  browserAt,
  first,
  HOME,
  moved,
  on,
  proveStep,
  settle,
  signIn,
  stateOf,
  trailOf,
  trusted,
} from '../testing/trust-desk.ts'

test('nothing is offered and nothing is trusted where the account does not allow it', () =>
  on(async (desk) => {
    const { at, user } = desk
    await settle(at, user, { trustBrowserDays: 0 })
    const browser = browserAt(at)
    const begun = await first(browser, user.signInName)
    assert.equal(begun.state === 'second_step' && begun.trustBrowserDays, 0)
    await signIn(desk, browser)
    await settle(at, user, { trustBrowserDays: 7 })
    assert.equal(await stateOf(desk, browser), 'second_step')
    assert.deepEqual(await trailOf(desk, 'trusted_browser.added'), [])
  }))

test('in a trusted browser the password signs in alone, for as many days as the account says', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = browserAt(at)
    const begun = await first(browser, user.signInName)
    assert.equal(begun.state === 'second_step' && begun.trustBrowserDays, 7)
    await signIn(desk, browser)
    at.clock.advance(7 * DAY - MINUTE)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    at.clock.advance(MINUTE)
    assert.equal(await stateOf(desk, browser), 'second_step')
  }))

test('a sign-in by trust is judged once, by what decided that trust holds', (t) =>
  on(async (desk) => {
    const browser = await trusted(desk)
    const asked = t.mock.method(desk.at.world.places, 'find')
    assert.equal(await stateOf(desk, browser), 'signed_in')
    assert.equal(asked.mock.callCount(), 2, 'where it comes from, and where it usually does')
  }))

test('the box unticked trusts nothing, and a browser that is only known is asked', () =>
  on(async (desk) => {
    const browser = browserAt(desk.at)
    await signIn(desk, browser, false)
    assert.equal(await stateOf(desk, browser), 'second_step')
  }))

test('a session that trust opened is of one factor and asks for the second where it counts', () =>
  on(async (desk) => {
    const { at, ann } = desk
    await settle(at, desk.user, { whoMust: 'everyone', graceDays: 0, trustBrowserDays: 7 })
    const browser = await trusted(desk)
    const again = await first(browser, desk.user.signInName)
    assert.ok(again.state === 'signed_in')
    assert.deepEqual([again.level, again.owes], ['aal1', 'nothing'])
    const overview = (await browser.call('GET /api/security')).reply
    assert.deepEqual([overview.level, overview.highestLevel, overview.freshUntil], ['aal1', 'aal2', null])
    const current = overview.sessions.find((session) => session.current)
    assert.deepEqual([current?.level, current?.trustedBrowser], ['aal1', true])
    const change = { currentPassword: PASSWORD, newPassword: 'quiet copper meadow 28' }
    const refused = await browser.call('POST /api/password', { body: change })
    assert.equal(refused.problem.code, 'step_up_needed')
    assert.equal((await browser.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
    at.clock.advance(MINUTE)
    const params = { purpose: 'change_password' } as const
    const proof = { method: 'virtual_mfa', code: ann.code() } as const
    const proven = await browser.call('POST /api/verification/:purpose/prove', { params, body: proof })
    assert.equal(proven.status, 200, proven.text)
    assert.equal((await browser.call('POST /api/password', { body: change })).status, 200)
    const event = (await trailOf(desk, 'sign_in.succeeded')).at(-1)
    assert.deepEqual([event?.factors, event?.details['trustedBrowser']], [['knowledge'], true])
  }))

test('it holds for the owner of the account as well', () =>
  on(async ({ at, owner }) => {
    const browser = browserAt(at)
    assert.equal((await first(browser, owner.email)).state, 'second_step')
    const body = { method: 'virtual_mfa', code: owner.code(), trustBrowser: true } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
    assert.equal((await first(browser, owner.email)).state, 'signed_in')
  }))

test('F9: a device cookie in the browser of another, or for another principal, is ignored', () =>
  on(async (desk) => {
    const { at, owner } = desk
    const browser = await trusted(desk)
    assert.equal((await first(browser.copy(), owner.email)).state, 'second_step')
    const other = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36' }
    assert.equal(await stateOf(desk, moved(at, browser, HOME, other)), 'second_step')
    assert.equal(await stateOf(desk, browser), 'signed_in')
  }))

test('F9: no wrong password and no other principal’s password passes in a trusted browser', () =>
  on(async (desk) => {
    const browser = await trusted(desk)
    const body = { accountName: desk.user.signInName, password: 'not the password at all' }
    assert.equal((await browser.call('POST /api/sign-in', { body })).problem.code, 'sign_in_refused')
  }))

test('F5: trust comes with a new token, and a token that somebody planted before is worth nothing', () =>
  on(async (desk) => {
    const browser = browserAt(desk.at)
    await signIn(desk, browser, false)
    const planted = browser.copy()
    await signIn(desk, browser)
    assert.equal(await stateOf(desk, planted), 'second_step')
    assert.equal(await stateOf(desk, browser), 'signed_in')
    assert.equal((await desk.at.world.read.devices.listTrusted(desk.user, 0)).length, 1)
  }))

test('two people who share a browser keep their trust side by side', () =>
  on(async (desk) => {
    const { owner } = desk
    const browser = await trusted(desk)
    assert.equal((await first(browser, owner.email)).state, 'second_step')
    const body = { method: 'virtual_mfa', code: owner.code(), trustBrowser: true } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    assert.equal((await first(browser, owner.email)).state, 'signed_in')
  }))

test('F9: who ticks the box beside a copied cookie takes nothing from the one it was copied from', () =>
  on(async (desk) => {
    const { owner } = desk
    const browser = await trusted(desk)
    const thief = browser.copy()
    assert.equal((await first(thief, owner.email)).state, 'second_step')
    const body = { method: 'virtual_mfa', code: owner.code(), trustBrowser: true } as const
    assert.equal((await thief.call('POST /api/sign-in/prove', { body })).status, 200)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    assert.equal((await first(thief, owner.email)).state, 'signed_in')
  }))

test('a browser that another has been seen in stays so when somebody ticks the box there', () =>
  on(async (desk) => {
    const { at, user } = desk
    const bob = await makeUser(at, user.accountId, 'bob')
    const browser = browserAt(at)
    for (const tick of [true, true, false]) {
      assert.equal((await first(browser, bob.signInName)).state, 'signed_in')
      if (tick && (await stateOf(desk, browser)) === 'second_step') {
        at.clock.advance(MINUTE)
        await proveStep(desk, browser, true)
      }
    }
    const trail = await trailOf(desk, 'sign_in.succeeded')
    const unusual = trail
      .filter(({ subject }) => subject === bob.principalId)
      .map((event) => event.details['unusual'])
    assert.deepEqual(unusual, ['first_sign_in', undefined, undefined])
  }))

test('neither a recovery code nor a bypass code makes a browser trusted', () =>
  on(async (desk) => {
    const { at, owner, user, ann } = desk
    const browser = browserAt(at)
    await first(browser, user.signInName)
    const [code = ''] = ann.recoveryCodes
    const recovered = await browser.call('POST /api/sign-in/prove', {
      body: { method: 'recovery_code', code, trustBrowser: true },
    })
    assert.equal(recovered.status, 200, recovered.text)
    assert.equal(await stateOf(desk, browser), 'second_step')
    at.clock.advance(MINUTE)
    const fresh = browserAt(at)
    await first(fresh, owner.email)
    const proof = { method: 'virtual_mfa', code: owner.code() } as const
    assert.equal((await fresh.call('POST /api/sign-in/prove', { body: proof })).status, 200)
    const made = await fresh.call('POST /api/ram/users/:id/bypass-code', {
      params: { id: user.principalId },
      body: { reason: 'phone left on the train', hours: 1 },
    })
    assert.equal(made.status, 200, made.text)
    const lost = browserAt(at)
    await first(lost, user.signInName)
    const bypassed = await lost.call('POST /api/sign-in/prove', {
      body: { method: 'bypass_code', code: made.reply.code, trustBrowser: true },
    })
    assert.equal(bypassed.status, 200, bypassed.text)
    assert.deepEqual(await trailOf(desk, 'trusted_browser.added'), [])
  }))
