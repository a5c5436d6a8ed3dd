/** Everything that ends the trust in a browser, who sees it, and who may take it away. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wireName } from '../http/cookies.ts'
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
import { deviceBucket, ruleOf, TRIES_PER_CHALLENGE, UNKNOWN } from '../throttle/bucket.ts'

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

/** Of another hour. */
const wrongCode = ({ ann }: Desk) => ann.code(200)

test('five wrong codes in a row in a session that trust opened end trust and session; a right one between them begins anew', () =>
  on(async (desk) => {
    const { at, ann } = desk
    const browser = await trusted(desk)
    const params = { purpose: 'change_password' } as const
    const prove = async (code: string) => {
      const proof = { method: 'virtual_mfa', code } as const
      return (await browser.call('POST /api/verification/:purpose/prove', { params, body: proof })).problem
        .code
    }
    assert.equal(await stateOf(desk, browser), 'signed_in')
    for (let guess = 0; guess < 4; guess += 1) assert.equal(await prove(wrongCode(desk)), 'code_wrong')
    at.clock.advance(MINUTE)
    assert.equal(await prove(ann.code()), undefined)
    for (let guess = 0; guess < 4; guess += 1) {
      assert.equal(await stateOf(desk, browser), 'signed_in')
      assert.equal(await prove(wrongCode(desk)), 'code_wrong')
    }
    assert.equal(await stateOf(desk, browser), 'signed_in')
    assert.equal(await prove(wrongCode(desk)), 'code_wrong')
    assert.equal((await browser.call('GET /api/security')).status, 401)
    assert.equal(await stateOf(desk, browser), 'second_step')
    const [event, ...more] = await trailOf(desk, 'trusted_browser.removed')
    assert.deepEqual(
      [event?.reason, event?.actor, event?.details, more],
      ['too_many_tries', desk.user.principalId, { removed: 1 }, []],
    )
  }))

test('five wrong codes of one verification end trust and session also where the cookie of the browser is left out', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    const thief = browser.copy()
    thief.cookies.delete(wireName('device', at.world.origin))
    const params = { purpose: 'change_password' } as const
    const guess = async () => {
      const body = { method: 'virtual_mfa', code: wrongCode(desk) } as const
      return (await thief.call('POST /api/verification/:purpose/prove', { params, body })).problem.code
    }
    for (let wrong = 0; wrong < 4; wrong += 1) assert.equal(await guess(), 'code_wrong')
    assert.equal((await thief.call('GET /api/security')).status, 200)
    assert.equal(await guess(), 'code_wrong')
    assert.equal((await thief.call('GET /api/security')).status, 401)
    assert.equal(await stateOf(desk, browser), 'second_step')
    const events = await trailOf(desk, 'trusted_browser.removed')
    assert.deepEqual(
      events.map(({ reason, actor, details }) => [reason, actor, details]),
      [['too_many_tries', user.principalId, { removed: 1 }]],
    )
  }))

test('wrong codes in a session that no trust opened end no trust', () =>
  on(async (desk) => {
    const { at } = desk
    const browser = await trusted(desk)
    const other = browserAt(at)
    await signIn(desk, other, false)
    other.cookies.delete(wireName('device', at.world.origin))
    const params = { purpose: 'change_password' } as const
    const body = { method: 'virtual_mfa', code: wrongCode(desk) } as const
    for (const code of [...Array<string>(5).fill('code_wrong'), 'attempt_dead'])
      assert.equal(
        (await other.call('POST /api/verification/:purpose/prove', { params, body })).problem.code,
        code,
      )
    assert.equal((await other.call('GET /api/security')).status, 200)
    assert.equal(await stateOf(desk, browser), 'signed_in')
  }))

test('what follows a fifth wrong code ends the trust that the fifth left standing', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    const thief = browser.copy()
    thief.cookies.delete(wireName('device', at.world.origin))
    const params = { purpose: 'change_password' } as const
    const body = { method: 'virtual_mfa', code: wrongCode(desk) } as const
    const prove = async () =>
      (await thief.call('POST /api/verification/:purpose/prove', { params, body })).problem.code
    assert.equal(await prove(), 'code_wrong')
    const session = (await at.world.read.sessions.listLive(user, at.clock.now())).find(
      ({ trustedDevice }) => trustedDevice !== undefined,
    )
    assert.ok(session)
    const verification = await at.world.read.verifications.find(user, session.sessionId, 'change_password')
    assert.ok(verification?.state === 'open')
    await at.world.atomically(async ({ throttle }) => {
      const rule = { limit: TRIES_PER_CHALLENGE, endsAt: verification.expiresAt }
      while ((await throttle.takeTry(user.accountId, verification.verificationId, rule)) !== undefined);
    })
    assert.equal(await prove(), 'attempt_dead')
    assert.equal((await thief.call('GET /api/security')).status, 401)
    assert.equal(await stateOf(desk, browser), 'second_step')
  }))

test('five wrong codes in a row at the second step end the trust of the browser that it was asked in', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    await settle(at, user, { whoMust: 'unusual' })
    const elsewhere = moved(at, browser, '203.0.113.9')
    for (let guess = 0; guess < 5; guess += 1) {
      assert.equal(await stateOf(desk, moved(at, browser, HOME)), 'signed_in')
      assert.equal(await stateOf(desk, elsewhere), 'second_step')
      const body = { method: 'virtual_mfa', code: wrongCode(desk) } as const
      assert.equal((await elsewhere.call('POST /api/sign-in/prove', { body })).problem.code, 'code_wrong')
    }
    assert.equal(await stateOf(desk, moved(at, browser, HOME)), 'second_step')
    assert.equal((await trailOf(desk, 'trusted_browser.removed'))[0]?.reason, 'too_many_tries')
  }))

test('a browser that has no code of its own left is trusted no more, also where nothing is compared', () =>
  on(async (desk) => {
    const { at, user } = desk
    const browser = await trusted(desk)
    assert.equal(await stateOf(desk, browser), 'signed_in')
    const [device] = await at.world.read.devices.listTrusted(user, 0)
    assert.ok(device)
    await at.world.atomically(async ({ throttle }) => {
      for (const bucket of [deviceBucket(device.deviceId), UNKNOWN])
        while ((await throttle.takeToken(user, bucket, ruleOf(bucket), at.clock.now())) !== undefined);
    })
    const params = { purpose: 'change_password' } as const
    const body = { method: 'virtual_mfa', code: wrongCode(desk) } as const
    const refused = await browser.call('POST /api/verification/:purpose/prove', { params, body })
    assert.equal(refused.problem.code, 'too_many_tries')
    assert.equal(await stateOf(desk, browser), 'second_step')
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
    'a password reset that is required': async (desk, params) => {
      const body = { passwordResetRequired: true }
      ok(await (await manage(desk)).call('PATCH /api/ram/users/:id', { params, body }))
      return undefined
    },
    'an administrator who ends all sessions': async (desk, params) => {
      ok(await (await manage(desk)).call('DELETE /api/ram/users/:id/sessions', { params }))
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

test('a password that must be replaced is trusted in no browser, not even in one that was trusted since', () =>
  on(async (desk) => {
    const { at, user } = desk
    await at.world.atomically((stores) => stores.users.requireNewPassword(user, true))
    const browser = await trusted(desk)
    assert.equal(await stateOf(desk, browser), 'second_step')
    await at.world.atomically((stores) => stores.users.requireNewPassword(user, false))
    assert.equal(await stateOf(desk, browser), 'signed_in')
  }))

test('links by mail end with a password that was replaced beside a second factor', () =>
  on(async (desk) => {
    const { at, user } = desk
    await at.world.atomically((stores) => stores.users.requireNewPassword(user, true))
    const browser = browserAt(at)
    await signIn(desk, browser, false)
    const now = at.clock.now()
    const link = { ...user, mailbox: 'x', password: 'x', browser: 'x', address: '', signedInAt: now }
    await at.world.atomically((stores) =>
      stores.notMeLinks.insert({ ...link, expiresAt: now + DAY }, 'link hash'),
    )
    const body = { newPassword: 'quiet copper meadow 28' }
    assert.equal((await browser.call('POST /api/sign-in/new-password', { body })).status, 200)
    assert.equal(await at.world.read.notMeLinks.find('link hash', at.clock.now()), undefined)
  }))
