/** A desk for tests of trusted browsers: an owner and a user with a device each, and browsers from anywhere. */
import assert from 'node:assert/strict'
import { MINUTE } from '../kernel/clock.ts'
import type { ChosenSettings } from '../settings/settings.ts'
import { type BoundOwner, bindDevice, PASSWORD, registerOwner } from './people.ts'
import { accountOf, type Made, makeUser, signInUser } from './ram-people.ts'
import type { TestBrowser } from './test-browser.ts'
import { type TestServer, testServer } from './test-server.ts'

export const HOME = '192.0.2.7'

export type Desk = {
  readonly at: TestServer
  readonly owner: BoundOwner
  readonly user: Made
  readonly ann: BoundOwner
}

/** An owner and a user with a device each, in an account that trusts browsers for seven days. */
export async function on(act: (desk: Desk) => Promise<void>): Promise<void> {
  const at = await testServer({ SALLYPORT_TRUSTED_PROXIES: '127.0.0.0/8' })
  try {
    const registered = await registerOwner(at)
    const accountId = await accountOf(registered)
    const email = 'ann@example.org'
    const user = await makeUser(at, accountId, 'ann', { email })
    const ann = await bindDevice(at, { email, browser: await signInUser(at, user) })
    const owner = await bindDevice(at, registered)
    await settle(at, user, { trustBrowserDays: 7 })
    await act({ at, owner, user, ann })
  } finally {
    await at.close()
  }
}

export async function settle(
  at: TestServer,
  { accountId }: Made,
  changed: Partial<ChosenSettings>,
): Promise<void> {
  const before = await at.world.read.settings.find(accountId)
  await at.world.atomically((stores) =>
    stores.settings.save(accountId, { ...before, ...changed }, at.clock.now()),
  )
}

export function browserAt(at: TestServer, address = HOME, headers: Record<string, string> = {}): TestBrowser {
  return at.browser({ 'x-forwarded-for': address, ...headers })
}

/** The same cookies, but from elsewhere or as another browser. */
export function moved(
  at: TestServer,
  from: TestBrowser,
  address: string,
  headers: Record<string, string> = {},
) {
  const browser = browserAt(at, address, headers)
  for (const [name, value] of from.cookies) browser.cookies.set(name, value)
  return browser
}

export async function first(browser: TestBrowser, accountName: string, password = PASSWORD) {
  const { reply, text } = await browser.call('POST /api/sign-in', { body: { accountName, password } })
  assert.ok(reply.state === 'signed_in' || reply.state === 'second_step', text)
  return reply
}

/** Both steps, with the box ticked unless told; a fresh code each time. */
export async function signIn(desk: Desk, browser: TestBrowser, trustBrowser = true): Promise<void> {
  desk.at.clock.advance(MINUTE)
  assert.equal((await first(browser, desk.user.signInName)).state, 'second_step')
  await proveStep(desk, browser, trustBrowser)
}

export async function proveStep(desk: Desk, browser: TestBrowser, trustBrowser: boolean): Promise<void> {
  const body = { method: 'virtual_mfa', code: desk.ann.code(), trustBrowser } as const
  const proven = await browser.call('POST /api/sign-in/prove', { body })
  assert.equal(proven.status, 200, proven.text)
}

export async function trusted(desk: Desk): Promise<TestBrowser> {
  const browser = browserAt(desk.at)
  await signIn(desk, browser)
  return browser
}

export async function stateOf(desk: Desk, browser: TestBrowser, password = PASSWORD): Promise<string> {
  return (await first(browser, desk.user.signInName, password)).state
}

export async function trailOf({ at, user }: Desk, action: string) {
  const events = await at.world.read.audit.listChain(user.accountId, { after: 0, limit: 500 })
  return events.filter((event) => event.action === action)
}
