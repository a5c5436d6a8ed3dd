/** Unusual sign-ins through the front door, with a file of places: mail, trail, and the policy that asks for MFA. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIXTURE } from '../../../../tools/make-place-fixture.ts'
import { DAY, HOUR, SECOND } from '../kernel/clock.ts'
import { sweep } from '../sweep.ts'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, makeUser, signInUser } from '../testing/ram-people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { browserAt, first, on, trailOf } from '../testing/trust-desk.ts'

const EMAIL = 'owner@example.com'
const SETTINGS = { SALLYPORT_GEO_FILE: FIXTURE, SALLYPORT_TRUSTED_PROXIES: '127.0.0.1' }

/** Signs in with cookies of one browser from one address after another. */
async function signInFrom(
  at: TestServer,
  addresses: readonly (string | undefined)[],
): Promise<readonly unknown[]> {
  const owner = await registerOwner(at, EMAIL)
  const accountId = await accountOf(owner)
  for (const address of addresses) {
    at.clock.advance(HOUR)
    const browser = at.browser({
      ...(address === undefined ? {} : { 'x-forwarded-for': address }),
      cookie: [...owner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    })
    const body = { accountName: EMAIL, password: PASSWORD }
    const answer = await browser.call('POST /api/sign-in', { body })
    assert.equal(answer.status, 200, answer.text)
  }
  const events = await at.world.read.audit.listChain(accountId, { after: 0, limit: 100 })
  return events
    .filter(({ action }) => action === 'sign_in.succeeded')
    .map(({ details }) => details['unusual'])
}

test('country and speed are told by the operator’s file, in trail and mail; private addresses have no place', async () => {
  const at = await testServer(SETTINGS)
  try {
    const addresses = ['192.0.2.7', '192.0.2.8', '192.0.2.200', '198.51.100.7', '10.0.0.7', '192.0.2.7']
    assert.deepEqual(await signInFrom(at, addresses), [
      'new_network',
      undefined,
      undefined,
      'new_network new_country impossible_speed',
      'new_network',
      'new_network',
    ])
    const mails = (await at.sentTexts(EMAIL)).filter((text) => text.startsWith('Sallyport: new sign-in'))
    const far = mails.find((text) => text.includes('198.51.100.7')) ?? ''
    assert.match(far, /Country: Japan/)
    assert.match(far, /Not as usual: a new network; a new country; too far from the last place/)
    assert.ok(mails.some((text) => text.includes('10.0.0.7') && !text.includes('Country')))
  } finally {
    await at.close()
  }
})

test('C15: a look-up that breaks, and a forwarding header that is none, count as unusual and let nobody in more easily', async () => {
  const at = await testServer(SETTINGS)
  try {
    Object.assign(at.world.places, {
      find() {
        throw new Error('broken')
      },
    })
    const addresses = [undefined, 'a', '9'.repeat(10_000), '192.0.2.7']
    assert.deepEqual(await signInFrom(at, addresses), [
      'not_judged',
      'not_judged',
      'not_judged',
      'new_network not_judged',
    ])
  } finally {
    await at.close()
  }
})

test('F5: a token that a browser held before it was seen makes no other browser seen, and a password change ends it', () =>
  on(async (desk) => {
    const { at, user } = desk
    const bob = await makeUser(at, user.accountId, 'bob')
    const eve = await makeUser(at, user.accountId, 'eve')
    const enter = async (browser: TestBrowser, { signInName }: typeof bob, password = PASSWORD) => {
      assert.equal((await first(browser, signInName, password)).state, 'signed_in')
      return (await trailOf(desk, 'sign_in.succeeded')).at(-1)?.details['unusual']
    }
    const thief = browserAt(at)
    assert.equal(await enter(thief, eve), 'first_sign_in')
    const browser = thief.copy()
    assert.equal(await enter(browser, bob), 'first_sign_in')
    const stolen = browser.copy()
    assert.equal(await enter(thief, bob), 'new_browser', 'what was planted is worth nothing')
    assert.equal(await enter(browser, bob), undefined)
    assert.equal(await enter(browser, eve), undefined, 'nobody else loses the browser')
    assert.equal(await enter(stolen, bob), undefined)
    assert.equal(await enter(browser, bob), undefined)
    const body = { currentPassword: PASSWORD, newPassword: 'quiet copper meadow 28' }
    assert.equal((await browser.call('POST /api/password', { body })).status, 200)
    assert.equal(await enter(browser, bob, body.newPassword), undefined)
    assert.equal(await enter(stolen, bob, body.newPassword), 'new_browser')
  }))

test('a browser that came 400 days ago is new again, with or without housekeeping, which then forgets it', () =>
  on(async (desk) => {
    const { at, user } = desk
    const bob = await makeUser(at, user.accountId, 'bob')
    const home = browserAt(at)
    const enter = async (browser: TestBrowser) => {
      assert.equal((await first(browser, bob.signInName)).state, 'signed_in')
      return (await trailOf(desk, 'sign_in.succeeded')).at(-1)?.details['unusual']
    }
    const rows = async () =>
      (
        await at.world.database.read
          .withTables<{ seen_browser: { principal_id: string } }>()
          .selectFrom('seen_browser')
          .select('principal_id')
          .where('principal_id', '=', bob.principalId)
          .execute()
      ).length
    await enter(home)
    at.clock.advance(400 * DAY - 1)
    await sweep(at.world)
    assert.equal(await enter(home), 'long_absence')
    const copied = home.copy()
    at.clock.advance(400 * DAY)
    assert.equal(await enter(home), 'new_browser long_absence')
    assert.equal(await rows(), 2)
    await sweep(at.world)
    assert.equal(await rows(), 1)
    assert.equal(await enter(copied), 'new_browser')
    assert.equal(await enter(home), undefined)
  }))

test('a mailbox gets five mails about sign-ins in an hour, whoever signs in how often; the trail keeps all', async () => {
  const at = await testServer()
  try {
    const owner = await registerOwner(at)
    const accountId = await accountOf(owner)
    const email = 'victim@example.net'
    const user = await makeUser(at, accountId, 'bait', { email })
    for (let times = 0; times < 8; times += 1) {
      at.clock.advance(SECOND)
      await signInUser(at, user)
    }
    const told = async () =>
      (await at.sentTexts(email)).filter((text) => text.startsWith('Sallyport: new sign-in')).length
    assert.equal(await told(), 5)
    at.clock.advance(HOUR)
    await signInUser(at, user)
    assert.equal(await told(), 6)
    const trail = await at.world.read.audit.listChain(accountId, { after: 0, limit: 200 })
    const unusual = trail.filter(({ subject, details }) => subject === user.principalId && details['unusual'])
    assert.equal(unusual.length, 9)
  } finally {
    await at.close()
  }
})
