/** What has ended stays ended: after its time without any housekeeping, and for another process over the database. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { DAY, HOUR, MINUTE } from './kernel/clock.ts'
import { countedRandom } from './testing/counted-random.ts'
import { bindDevice, givePassword, PASSWORD, registerOwner } from './testing/people.ts'
import { testBrowser } from './testing/test-browser.ts'
import { type TestServer, testServer } from './testing/test-server.ts'
import { openWorld } from './world.ts'

let at: TestServer
suite('what lasts', () => {
  beforeEach(async () => {
    at = await testServer()
  })
  afterEach(() => at.close())

  /** A process of its own as far as memory goes: it shares nothing with the first but the database file. */
  async function inAnotherProcess(act: (server: Awaited<ReturnType<typeof buildApp>>) => Promise<void>) {
    const ports = { clock: at.clock, random: countedRandom('another') }
    const world = await openWorld(at.world.configuration, ports)
    const server = await buildApp(world, {
      log: pino({ level: 'silent' }),
      pagesFolder: undefined,
      wakeDelivery: () => undefined,
    })
    try {
      await act(server)
    } finally {
      await server.close()
      await world.database.close()
    }
  }

  test('B10: what has expired is refused though nothing was ever swept', async () => {
    const owner = await bindDevice(at, await registerOwner(at))

    const registering = at.browser()
    await registering.call('POST /api/register', { body: { email: 'late@example.com', password: PASSWORD } })
    const emailed = await at.sentCode('late@example.com')
    const pending = await givePassword(at, owner.email)
    at.clock.advance(HOUR)
    const finished = await registering.call('POST /api/register/verify', { body: { code: emailed } })
    assert.equal(finished.problem.code, 'registration_expired')
    const late = { method: 'virtual_mfa', code: owner.code() } as const
    assert.equal(
      (await pending.call('POST /api/sign-in/prove', { body: late })).problem.code,
      'attempt_expired',
    )

    at.clock.advance(400 * DAY)
    assert.equal((await owner.browser.call('GET /api/sessions')).problem.code, 'sign_in_needed')
  })

  test('F2: a session that was ended, and a code that was spent, are so for a process that has just started', async () => {
    const owner = await bindDevice(at, await registerOwner(at))
    const stolen = owner.browser.copy()
    const live = await signInWithCode(owner)
    await owner.browser.call('POST /api/sign-out')

    await inAnotherProcess(async (server) => {
      const there = (browser: { cookies: Map<string, string> }) =>
        testBrowser(server, at.world.origin, {}, browser.cookies)
      assert.equal((await there(stolen).call('GET /api/sessions')).problem.code, 'sign_in_needed')
      assert.equal((await there(live.browser).call('GET /api/sessions')).status, 200)

      const again = there(await givePassword(at, owner.email))
      const spent = { method: 'virtual_mfa', code: live.spentCode } as const
      assert.equal((await again.call('POST /api/sign-in/prove', { body: spent })).problem.code, 'code_spent')
    })
  })

  /** A second browser that is signed in, and the code that it took. */
  async function signInWithCode(owner: { email: string; code: () => string }) {
    at.clock.advance(MINUTE)
    const browser = await givePassword(at, owner.email)
    const spentCode = owner.code()
    const body = { method: 'virtual_mfa', code: spentCode } as const
    assert.equal((await browser.call('POST /api/sign-in/prove', { body })).status, 200)
    return { browser, spentCode }
  }
})
