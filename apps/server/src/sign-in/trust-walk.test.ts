/** Random lives of trusted browsers against one promise: no password alone opens a session but where trust holds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY, MINUTE } from '../kernel/clock.ts'
import { levelOf } from '../kernel/proof.ts'
import { browserAt, on, proveStep, settle, stateOf } from '../testing/trust-desk.ts'

const BROWSERS = 2

const browser = fc.integer({ min: 0, max: BROWSERS - 1 })

const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sign_in' as const), browser, tick: fc.boolean() }) },
  fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 8) }),
  fc.record({ kind: fc.constant('allow' as const), days: fc.constantFrom(0, 2, 7, 30) }),
  fc.record({ kind: fc.constant('remove' as const), browser }),
  fc.record({ kind: fc.constantFrom('bump' as const, 'end_others' as const) }),
)

test('in any life of two browsers the password alone opens a session where trust holds, and nowhere else', () =>
  on(async (desk) => {
    const { at, user } = desk
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 9 }), async (life) => {
        await at.world.atomically((stores) => stores.devices.endTrust(user))
        const browsers = Array.from({ length: BROWSERS }, () => browserAt(at))
        const trustedAt: (number | undefined)[] = []
        let days = 7
        await settle(at, user, { trustBrowserDays: days })
        for (const step of life) {
          const here = 'browser' in step ? browsers[step.browser] : undefined
          if (step.kind === 'wait') at.clock.advance(step.days * DAY)
          if (step.kind === 'allow') {
            days = step.days
            await settle(at, user, { trustBrowserDays: days })
          }
          if (step.kind === 'sign_in' && here) {
            at.clock.advance(MINUTE)
            if ((await stateOf(desk, here)) === 'signed_in') continue
            await proveStep(desk, here, step.tick)
            if (step.tick && days > 0) trustedAt[step.browser] = at.clock.now()
          }
          if (step.kind === 'remove') {
            const listed = await at.world.read.devices.listTrusted(user, 0)
            const device = listed.find((one) => one.trustedAt === trustedAt[step.browser])
            if (device) await at.world.atomically((stores) => stores.devices.endTrust(user, device.deviceId))
            trustedAt[step.browser] = undefined
          }
          if (step.kind === 'bump')
            await at.world.atomically((stores) => stores.accounts.bumpSecurityVersion(user))
          if (step.kind === 'end_others') await at.world.atomically((stores) => stores.devices.endTrust(user))
          if (step.kind === 'bump' || step.kind === 'end_others') trustedAt.length = 0
          for (const [index, one] of browsers.entries()) {
            const since = trustedAt[index]
            const holds = since !== undefined && at.clock.now() < since + days * DAY
            assert.equal(await stateOf(desk, one), holds ? 'signed_in' : 'second_step')
          }
          for (const session of await at.world.read.sessions.listLive(user, at.clock.now()))
            assert.ok(levelOf(session.proofs) === 'aal2' || session.trustedDevice !== undefined)
        }
      }),
      { numRuns: 12 },
    )
  }))
