/** Everything that ends the trust in a browser, who sees it, and who may take it away. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY, HOUR, MINUTE } from '../kernel/clock.ts'
import { putInForce } from '../ram-settings/enforce-settings.ts'
import { previewSettings } from '../ram-settings/preview-settings.ts'
import { bindDevice, PASSWORD } from '../testing/people.ts'
import { testContext } from '../testing/test-context.ts'
import {
  browserAt,
  type Desk,
  first,
  HOME,
  moved,
  on,
  settle,
  signIn,
  stateOf,
  trailOf,
  trusted,
} from '../testing/trust-desk.ts'

test('a policy turned off ends all trust at once, and fewer days shorten it', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    at.clock.advance(3 * DAY)
    for (const [trustBrowserDays, state] of [
      [2, 'second_step'],
      [0, 'second_step'],
      [4, 'signed_in'],
    ] as const) {
      await settle(at, user, { trustBrowserDays })
      assert.equal(await stateOf(desk, browser), state, String(trustBrowserDays))
    }
  }))

test('an unusual sign-in from a trusted browser is asked for its code', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    const elsewhere = () => moved(at, browser, '203.0.113.9')
    assert.equal(await stateOf(desk, elsewhere()), 'signed_in')
    await settle(at, user, { whoMust: 'unusual' })
    assert.equal(
      await stateOf(desk, elsewhere()),
      'second_step',
      'the place has not become usual by a password',
    )
    assert.equal(await stateOf(desk, moved(at, browser, HOME)), 'signed_in')
    await settle(at, user, { whoMust: 'nobody', trustBrowserDays: 30 })
    await at.world.atomically((stores) =>
      stores.usualSignIns.put(user, { at: at.clock.now() - 40 * DAY, address: HOME }),
    )
    assert.equal(await stateOf(desk, elsewhere()), 'second_step', 'new network after a long absence')
  }))

test('trust that an account switches off ends with what it opened, and does not come back', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    const { accountId } = user
    const operator = { kind: 'operator', accountId, principalId: 'operator', role: 'owner' } as const
    const { enforcedAt: _, idleEnforcedAt: __, ...standing } = await at.world.read.settings.find(accountId)
    const enforce = async (trustBrowserDays: number) => {
      const settings = { ...standing, trustBrowserDays }
      const seen = await previewSettings(at.world, operator, settings, testContext())
      assert.ok('token' in seen)
      const input = { settings, token: seen.token, stands: async () => true }
      assert.equal(await putInForce(at.world, operator, input, testContext()), undefined)
    }
    await enforce(0)
    assert.equal((await browser.call('GET /api/security')).status, 401)
    await enforce(7)
    assert.equal(await stateOf(desk, browser), 'second_step')
  }))

test('ten wrong passwords in a trusted browser end its trust', () =>
  on(async (desk) => {
    const browser = await trusted(desk)
    for (let guess = 0; guess < 11; guess += 1) {
      const body = { accountName: desk.user.signInName, password: `not the password ${guess}` }
      await browser.call('POST /api/sign-in', { body })
    }
    desk.at.clock.advance(HOUR)
    assert.equal(await stateOf(desk, browser), 'second_step')
    assert.equal((await trailOf(desk, 'trusted_browser.removed'))[0]?.reason, 'too_many_tries')
  }))

test('C17, invariant 13: whatever changes password, factors, state or role ends trust, and so does signing out everywhere', async () => {
  const NEW = 'quiet copper meadow 28'
  const manage = async ({ at, owner }: Desk) => {
    at.clock.advance(MINUTE)
    const browser = browserAt(at)
    await first(browser, owner.email)
    const body = { method: 'virtual_mfa', code: owner.code() } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
    return browser
  }
  const ok = (answer: { status: number; text: string }) => assert.equal(answer.status, 200, answer.text)
  const acts: Record<string, (desk: Desk, params: { id: string }) => Promise<string | undefined>> = {
    'a change of password': async (desk) => {
      const browser = browserAt(desk.at)
      await signIn(desk, browser, false)
      ok(
        await browser.call('POST /api/password', {
          body: { currentPassword: PASSWORD, newPassword: NEW },
        }),
      )
      return NEW
    },
    'a second device': async (desk) => {
      const browser = browserAt(desk.at)
      await signIn(desk, browser, false)
      await bindDevice(desk.at, { email: desk.ann.email, browser }, 'Tablet')
      return undefined
    },
    'a suspension that is over': async (desk, params) => {
      const browser = await manage(desk)
      ok(await browser.call('POST /api/ram/users/:id/suspend', { params }))
      ok(await browser.call('POST /api/ram/users/:id/resume', { params }))
      return undefined
    },
    'a role': async (desk, params) => {
      ok(
        await (await manage(desk)).call('PUT /api/ram/users/:id/role', {
          params,
          body: { role: 'helpdesk' },
        }),
      )
      return undefined
    },
    'signing out everywhere else': async (desk) => {
      const browser = browserAt(desk.at)
      await signIn(desk, browser, false)
      ok(await browser.call('POST /api/sessions/end-others'))
      return undefined
    },
  }
  for (const [what, act] of Object.entries(acts))
    await on(async (desk) => {
      const browser = await trusted(desk)
      assert.equal(await stateOf(desk, browser), 'signed_in', what)
      const password = await act(desk, { id: desk.user.principalId })
      assert.equal(await stateOf(desk, browser, password), 'second_step', what)
    })
})

test('an administrator sees how many browsers are trusted, and a reset ends them', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    await trusted(desk)
    const browser = browserAt(at)
    await first(browser, owner.email)
    const body = { method: 'virtual_mfa', code: owner.code() } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
    const params = { id: user.principalId }
    assert.equal((await browser.call('GET /api/ram/users/:id', { params })).reply.trustedBrowsers, 1)
    assert.equal((await browser.call('POST /api/ram/users/:id/reset-mfa', { params })).status, 200)
    assert.equal((await browser.call('GET /api/ram/users/:id', { params })).reply.trustedBrowsers, 0)
  }))

test('trusted browsers are listed, and one removed is asked again and signed out', () =>
  on(async (desk) => {
    const home = await trusted(desk)
    const other = await trusted(desk)
    assert.equal(await stateOf(desk, other), 'signed_in')
    assert.equal(await stateOf(desk, home), 'signed_in')
    const { days, browsers } = (await home.call('GET /api/trusted-browsers')).reply
    assert.equal(days, 7)
    assert.deepEqual(
      browsers.map(({ browser, current }) => [browser, current]),
      [
        ['Firefox on Linux', false],
        ['Firefox on Linux', true],
      ],
    )
    const [there] = browsers
    assert.ok(there)
    assert.equal(Date.parse(there.trustedUntil) - Date.parse(there.trustedAt), 7 * DAY)
    const params = { id: there.id }
    assert.equal((await home.call('DELETE /api/trusted-browsers/:id', { params })).status, 200)
    const again = await home.call('DELETE /api/trusted-browsers/:id', { params })
    assert.equal(again.problem.code, 'trusted_browser_not_found')
    assert.equal((await other.call('GET /api/security')).status, 401, 'what its trust opened ended')
    assert.equal(await stateOf(desk, other), 'second_step')
    const removed = await home.call('DELETE /api/trusted-browsers')
    assert.deepEqual(removed.reply, { removed: 1 })
    assert.equal((await home.call('GET /api/security')).status, 200, 'the session at hand stays')
    assert.equal(await stateOf(desk, home), 'second_step')
    assert.equal((await trailOf(desk, 'trusted_browser.removed')).length, 2)
  }))

test('nobody removes the trusted browser of another', () =>
  on(async (desk) => {
    const { at, owner, user } = desk
    const browser = await trusted(desk)
    const [device] = await at.world.read.devices.listTrusted(user, 0)
    const params = { id: device?.deviceId ?? '' }
    const refused = await owner.browser.call('DELETE /api/trusted-browsers/:id', { params })
    assert.equal(refused.problem.code, 'trusted_browser_not_found')
    assert.equal(await stateOf(desk, browser), 'signed_in')
  }))
