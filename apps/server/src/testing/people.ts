/** People for tests through the front door: an owner with an account, and one with a virtual MFA device. */
import assert from 'node:assert/strict'
import { decodeBase32, totp } from '@sallyport/otp'
import { SECOND } from '../kernel/clock.ts'
import type { TestBrowser } from './test-browser.ts'
import type { TestServer } from './test-server.ts'

export const PASSWORD = 'harbour lantern orbit 61'

export type Owner = { readonly email: string; readonly browser: TestBrowser }

/** Registers through the front door; the browser is signed in. */
export async function registerOwner(at: TestServer, email = 'owner@example.com'): Promise<Owner> {
  const browser = at.browser()
  const begun = await browser.call('POST /api/register', { body: { email, password: PASSWORD } })
  assert.equal(begun.status, 200, begun.text)
  const made = await browser.call('POST /api/register/verify', { body: { code: await at.sentCode(email) } })
  assert.equal(made.status, 200, made.text)
  return { email, browser }
}

export type BoundOwner = Owner & {
  readonly recoveryCodes: readonly string[]
  readonly deviceId: string
  readonly key: Uint8Array
  /** The device's code at the held clock, so many steps from now. */
  readonly code: (steps?: number) => string
}

/** Binds a device with the code of now and of the next step; then two steps pass, so that the next code is unspent. */
export async function bindDevice(at: TestServer, owner: Owner, deviceName = 'Phone'): Promise<BoundOwner> {
  const { browser, email } = owner
  const status = await browser.call('GET /api/verification/:purpose', { params: { purpose: 'bind_mfa' } })
  if (status.reply.needed) {
    // So that the newest message is the newest by its time.
    at.clock.advance(SECOND)
    await browser.call('POST /api/verification/:purpose/send', {
      params: { purpose: 'bind_mfa' },
      body: { method: 'email' },
    })
    const given = { method: 'email', code: await at.sentCode(email) } as const
    const proven = await browser.call('POST /api/verification/:purpose/prove', {
      params: { purpose: 'bind_mfa' },
      body: given,
    })
    assert.equal(proven.status, 200, proven.text)
  }
  const begun = await browser.call('POST /api/mfa/binding')
  assert.equal(begun.status, 200, begun.text)
  const read = decodeBase32(begun.reply.key)
  assert.ok(read.ok)
  const code = (steps = 0) => totp(read.bytes, at.clock.now() / SECOND + 30 * steps)
  const body = { bindingId: begun.reply.bindingId, deviceName, firstCode: code(0), secondCode: code(1) }
  const bound = await browser.call('POST /api/mfa/binding/confirm', { body })
  assert.equal(bound.status, 200, bound.text)
  at.clock.advance(60 * SECOND)
  return {
    ...owner,
    recoveryCodes: bound.reply.recoveryCodes,
    deviceId: bound.reply.device.id,
    key: read.bytes,
    code,
  }
}

/** The first step; the browser then holds an attempt where a device is bound. */
export async function givePassword(
  at: TestServer,
  email: string,
  browser = at.browser(),
): Promise<TestBrowser> {
  const begun = await browser.call('POST /api/sign-in', { body: { accountName: email, password: PASSWORD } })
  assert.equal(begun.status, 200, begun.text)
  return browser
}
