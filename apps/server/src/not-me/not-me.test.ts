/** The link "It wasn't me" through the front door: what it ends, what it asks for, and what a mailbox alone cannot do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY, MINUTE } from '../kernel/clock.ts'
import { bindDevice, givePassword, type Owner, PASSWORD, registerOwner } from '../testing/people.ts'
import { accountOf, makeUser, proveManaging, signInUser } from '../testing/ram-people.ts'
import type { Answer, TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const CHOSEN = 'granite willow tram 84'
const EMAIL = 'owner@example.com'
const LINK = /http:\/\/localhost:8080\/not-me#token=(\S+)/

type Desk = {
  readonly at: TestServer
  readonly owner: Owner
  /** Of the newest mail about a sign-in. */
  readonly tokenFor: (email?: string) => Promise<string>
  readonly look: (token: string, browser?: TestBrowser) => Promise<Answer<'POST /api/not-me'>>
  readonly end: (token: string) => Promise<Answer<'POST /api/not-me/end-access'>>
  readonly choose: (
    token: string,
    chosen?: { newPassword?: string; oldPassword?: string },
  ) => Promise<Answer<'POST /api/not-me/new-password'>>
  readonly signIn: (password?: string, name?: string) => Promise<Answer<'POST /api/sign-in'>>
  readonly trail: () => Promise<readonly { action: string; reason: string | null; details: object }[]>
}

async function on(act: (desk: Desk) => Promise<void>, settings: Record<string, string> = {}): Promise<void> {
  const at = await testServer(settings)
  try {
    const owner = await registerOwner(at, EMAIL)
    const accountId = await accountOf(owner)
    at.clock.advance(MINUTE)
    await act({
      at,
      owner,
      async tokenFor(email = EMAIL) {
        const newest = (await at.sentTexts(email)).find((text) => LINK.test(text)) ?? ''
        const token = LINK.exec(newest)?.[1]
        assert.ok(token, newest)
        return token
      },
      look: (token, browser = at.browser()) => browser.call('POST /api/not-me', { body: { token } }),
      end: (token) => at.browser().call('POST /api/not-me/end-access', { body: { token } }),
      choose: (token, { newPassword = CHOSEN, oldPassword = PASSWORD } = {}) =>
        at.browser().call('POST /api/not-me/new-password', {
          body: { token, newPassword, oldPassword },
        }),
      signIn: (password = PASSWORD, accountName = EMAIL) =>
        at.browser().call('POST /api/sign-in', { body: { accountName, password } }),
      trail: async () => at.world.read.audit.listChain(accountId, { after: 0, limit: 200 }),
    })
  } finally {
    await at.close()
  }
}

test('E15: a sign-in from a new browser is told with the link, one from a browser that was seen is not', () =>
  on(async ({ at, owner, signIn, trail }) => {
    const told = async () =>
      (await at.sentTexts(EMAIL)).filter((text) => text.startsWith('Sallyport: new sign-in'))
    await owner.browser.call('POST /api/sign-out')
    await givePassword(at, EMAIL, owner.browser)
    assert.deepEqual(await told(), [])
    await signIn()
    const [mail = '', ...more] = await told()
    assert.deepEqual(more, [])
    for (const line of ['Browser: Firefox on Linux', 'Address: 127.0.0.1', 'Not as usual: a new browser'])
      assert.ok(mail.includes(line), mail)
    assert.match(/https?:\/\/\S+/.exec(mail)?.[0] ?? '', LINK)
    const unusual = (await trail()).filter(({ action }) => action === 'sign_in.succeeded')
    assert.deepEqual(
      unusual.map(({ details }) => 'unusual' in details && details.unusual),
      [false, 'new_browser'],
    )
  }))

test('C17, F1: the link ends sessions and pending attempts, makes the password void and sets a new one', () =>
  on(async ({ at, owner, tokenFor, look, end, choose, signIn, trail }) => {
    const bound = await bindDevice(at, owner)
    const thief = await givePassword(at, EMAIL)
    const prove = { method: 'virtual_mfa', code: bound.code() } as const
    assert.equal((await thief.call('POST /api/sign-in/prove', { body: prove })).status, 200)
    at.clock.advance(MINUTE)
    const pending = await givePassword(at, EMAIL)
    const token = await tokenFor()
    const seen = (await look(token)).reply
    assert.deepEqual([seen.ended, seen.signInName, seen.browser], [false, EMAIL, 'Firefox on Linux'])

    const ended = await end(token)
    assert.equal(ended.reply.ended, true, ended.text)
    for (const browser of [owner.browser, thief])
      assert.equal((await browser.call('GET /api/security')).problem.code, 'sign_in_needed')
    const late = { method: 'virtual_mfa', code: bound.code() } as const
    assert.equal((await pending.call('POST /api/sign-in/prove', { body: late })).status, 401)
    assert.equal((await signIn()).problem.code, 'sign_in_refused')

    assert.deepEqual((await choose(token)).reply, { done: true })
    assert.equal((await signIn()).problem.code, 'sign_in_refused')
    const entered = at.browser()
    const begun = await entered.call('POST /api/sign-in', { body: { accountName: EMAIL, password: CHOSEN } })
    assert.equal(begun.reply.state, 'second_step', 'E14: the second factor is asked for as always')
    at.clock.advance(MINUTE)
    const code = { method: 'virtual_mfa', code: bound.code() } as const
    assert.equal((await entered.call('POST /api/sign-in/prove', { body: code })).reply.state, 'signed_in')
    for (const again of [await look(token), await end(token), await choose(token)])
      assert.deepEqual([again.status, again.problem.code], [410, 'link_expired'])
    const events = (await trail()).map(({ action }) => action)
    assert.equal(events.filter((action) => action === 'access.ended_by_mail').length, 1)
    assert.equal(events.filter((action) => action === 'password.changed').length, 1)
    const subjects = (await at.sentTexts(EMAIL)).map((text) => text.split('\n')[0])
    assert.ok(subjects.includes('Sallyport: access ended'))
    assert.ok(subjects.includes('Sallyport: password changed'))
    assert.ok(!at.logged().includes(token))
  }))

test('opening the link changes nothing, however often', () =>
  on(
    async ({ owner, tokenFor, look, signIn }) => {
      await signIn()
      const token = await tokenFor()
      for (let times = 0; times < 25; times += 1) assert.equal((await look(token)).reply.ended, false)
      assert.equal((await owner.browser.call('GET /api/security')).status, 200)
      assert.equal((await signIn()).status, 200)
    },
    { SALLYPORT_ADDRESS_LIMITS: 'on' },
  ))

test('a void password is refused word for word as a wrong one, and the trail alone tells them apart', () =>
  on(async ({ tokenFor, end, signIn, trail }) => {
    await signIn()
    await end(await tokenFor())
    const [right, wrong] = [await signIn(PASSWORD), await signIn('a wrong password 61')]
    const plain = ({ text, status, problem }: typeof right) => [status, text.replace(problem.requestId, '')]
    assert.deepEqual(plain(right), plain(wrong))
    const reasons = (await trail()).filter(({ action }) => action === 'sign_in.refused')
    assert.deepEqual(
      reasons.map(({ reason }) => reason),
      ['password_void', 'password_wrong'],
    )
  }))

test('E14: the mailbox alone sets no password: the old one is the other method', () =>
  on(async ({ tokenFor, look, end, choose, signIn, trail }) => {
    await signIn()
    const token = await tokenFor()
    assert.equal((await choose(token)).problem.code, 'method_unavailable')
    assert.equal((await end(token)).reply.ended, true)
    const guessed = await choose(token, { oldPassword: 'harbour lantern orbit 62' })
    assert.deepEqual([guessed.problem.code, guessed.problem.field], ['password_wrong', 'oldPassword'])
    assert.equal((await signIn(CHOSEN)).problem.code, 'sign_in_refused')
    const same = await choose(token, { newPassword: PASSWORD })
    assert.equal(same.problem.code, 'password_unchanged')
    assert.equal((await look(token)).status, 200)
    assert.equal((await choose(token)).status, 200)
    assert.equal((await signIn(CHOSEN)).reply.state, 'signed_in')
    const refused = (await trail()).filter(({ action }) => action === 'password.change_refused')
    assert.equal(refused.length, 1)
  }))

test('guesses of the old password by a link are counted for the account, also by what is called unchanged', () =>
  on(async ({ tokenFor, end, choose, signIn }) => {
    await signIn()
    const token = await tokenFor()
    await end(token)
    const codes: string[] = []
    for (let times = 0; times < 10; times += 1)
      codes.push((await choose(token, { oldPassword: `harbour lantern ${times}` })).problem.code)
    assert.deepEqual(new Set(codes), new Set(['password_wrong']))
    assert.equal((await choose(token)).problem.code, 'password_wait')
  }))

test('a thief who changed the password takes the way back from nobody', () =>
  on(async ({ at, tokenFor, end, choose, signIn }) => {
    const thief = await givePassword(at, EMAIL)
    const token = await tokenFor()
    const changed = await thief.call('POST /api/password', {
      body: { currentPassword: PASSWORD, newPassword: 'stolen goods in a barn 7' },
    })
    assert.equal(changed.status, 200, changed.text)
    assert.equal((await end(token)).status, 200)
    assert.equal((await thief.call('GET /api/security')).status, 401)
    assert.equal((await signIn('stolen goods in a barn 7')).problem.code, 'sign_in_refused')
    assert.equal((await choose(token, { oldPassword: 'stolen goods in a barn 7' })).status, 403)
    const reused = { newPassword: 'stolen goods in a barn 7' }
    assert.equal((await choose(token, reused)).problem.code, 'password_unchanged')
    assert.equal((await choose(token)).status, 200)
    assert.equal((await signIn(CHOSEN)).status, 200)
  }))

test('a change of password that two factors stand behind ends the links before it', () =>
  on(async ({ at, owner, tokenFor, look }) => {
    const bound = await bindDevice(at, owner)
    const other = await givePassword(at, EMAIL)
    await other.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code: bound.code() } })
    const token = await tokenFor()
    const body = { currentPassword: PASSWORD, newPassword: CHOSEN }
    const changed = await owner.browser.call('POST /api/password', { body })
    assert.equal(changed.status, 200, changed.text)
    assert.equal((await look(token)).problem.code, 'link_expired')
  }))

test('older links are good until one is used up, and then none is', () =>
  on(async ({ at, tokenFor, look, end, choose, signIn, trail }) => {
    await signIn()
    const older = await tokenFor()
    at.clock.advance(1000)
    await signIn()
    const newer = await tokenFor()
    assert.notEqual(older, newer)
    assert.equal((await end(older)).reply.ended, true)
    assert.equal((await end(newer)).reply.ended, true)
    assert.equal((await trail()).filter(({ action }) => action === 'access.ended_by_mail').length, 1)
    const chosen = await Promise.all([
      choose(older),
      choose(newer, { newPassword: `${CHOSEN} 2` }),
      choose(newer, { newPassword: `${CHOSEN} 3` }),
    ])
    assert.deepEqual(chosen.map(({ status }) => status).toSorted(), [200, 410, 410])
    for (const token of [older, newer]) assert.equal((await look(token)).problem.code, 'link_expired')
  }))

test('a link is pressed within seven days, and sets a password for seven more', () =>
  on(async ({ at, tokenFor, look, end, choose, signIn }) => {
    await signIn()
    const late = await tokenFor()
    at.clock.advance(DAY)
    await signIn()
    const token = await tokenFor()
    at.clock.advance(6 * DAY)
    assert.equal((await end(late)).problem.code, 'link_expired')
    assert.equal((await end(token)).status, 200)
    at.clock.advance(7 * DAY - 1)
    assert.equal((await look(token)).reply.ended, true)
    assert.equal((await choose(token)).status, 200)
  }))

test('a link goes to a proven address alone, and dies when the address is no longer the one on file', () =>
  on(async ({ at, owner, look, tokenFor }) => {
    const accountId = await accountOf(owner)
    const user = await makeUser(at, accountId, 'grace', { email: 'grace@example.com' })
    await signInUser(at, user)
    const [mail = ''] = await at.sentTexts('grace@example.com')
    assert.match(mail, /^Sallyport: new sign-in/)
    assert.doesNotMatch(mail, /not-me/)
    const { world } = at
    const prove = () =>
      world.atomically((stores) => stores.users.verifyEmail(user, 'grace@example.com', at.clock.now()))
    await prove()
    at.clock.advance(1000)
    await signInUser(at, user)
    const token = await tokenFor('grace@example.com')
    assert.equal((await look(token)).status, 200)
    await world.atomically((stores) =>
      stores.users.setEmail(user, { address: 'new@example.com', key: 'new@example.com' }),
    )
    await world.atomically((stores) => stores.users.verifyEmail(user, 'new@example.com', at.clock.now()))
    assert.equal((await look(token)).problem.code, 'link_expired')
  }))

test('E12: the link of a user who is suspended, in the bin or given a new first way in does nothing', () =>
  on(async ({ at, owner, look, end, choose, tokenFor, signIn, trail }) => {
    const accountId = await accountOf(owner)
    await proveManaging(at, owner)
    const renew = (id: string, firstPassword: 'invitation' | 'generated') =>
      owner.browser.call('POST /api/ram/users/:id/first-password', {
        params: { id },
        body: { firstPassword },
      })
    const ends: readonly (readonly [string, (id: string) => Promise<{ status: number }>])[] = [
      ['suspended', (id) => owner.browser.call('POST /api/ram/users/:id/suspend', { params: { id } })],
      ['removed', (id) => owner.browser.call('DELETE /api/ram/users/:id', { params: { id } })],
      ['renewed', (id) => renew(id, 'invitation')],
      ['regenerated', (id) => renew(id, 'generated')],
    ]
    for (const [name, stop] of ends) {
      const email = `${name}@example.com`
      const user = await makeUser(at, accountId, name, { email })
      await at.world.atomically((stores) => stores.users.verifyEmail(user, email, at.clock.now()))
      await signInUser(at, user)
      const token = await tokenFor(email)
      assert.equal((await look(token)).reply.signInName, user.signInName)
      assert.equal((await stop(user.principalId)).status, 200)
      for (const answer of [await look(token), await end(token), await choose(token)])
        assert.equal(answer.problem.code, 'link_expired', name)
    }
    assert.equal((await trail()).filter(({ action }) => action === 'access.ended_by_mail').length, 0)
    assert.equal((await signIn()).status, 200)
  }))

test('a user’s link ends a bypass code and an invitation too, and a generated password becomes an own one', () =>
  on(async ({ at, owner, end, choose, tokenFor, signIn }) => {
    const accountId = await accountOf(owner)
    const email = 'grace@example.com'
    const user = await makeUser(at, accountId, 'grace', { email })
    await at.world.atomically(async (stores) => {
      await stores.users.verifyEmail(user, email, at.clock.now())
      await stores.users.setPasswordState(user, 'must_change', at.clock.now() + DAY)
      const expiresAt = at.clock.now() + DAY
      await stores.invitations.replace({ ...user, address: email, expiresAt }, 'digest')
    })
    await signInUser(at, user)
    const token = await tokenFor(email)
    assert.equal((await end(token)).status, 200)
    assert.equal(await at.world.read.invitations.find('digest', at.clock.now()), undefined)
    assert.equal((await choose(token)).status, 200)
    const entered = await signIn(CHOSEN, user.signInName)
    assert.equal(entered.reply.state === 'signed_in' && entered.reply.owes, 'nothing', entered.text)
  }))

test('A20: a browser that one step made seen has no privilege of a known one, and is forgotten by the link', () =>
  on(async ({ at, owner, end, tokenFor, choose, signIn }) => {
    const device = [...owner.browser.cookies.keys()].find((name) => name.startsWith('device'))
    assert.ok(device, 'registering makes the browser seen')
    const wrong = (browser: TestBrowser, password: string) =>
      browser.call('POST /api/sign-in', { body: { accountName: EMAIL, password } })
    for (let times = 0; times < 5; times += 1) await wrong(at.browser(), `a stranger ${times}`)
    assert.equal((await wrong(owner.browser, PASSWORD)).problem.code, 'password_wait')
    at.clock.advance(MINUTE)
    await signIn()
    const token = await tokenFor()
    await end(token)
    assert.equal((await choose(token)).status, 200)
    at.clock.advance(1000)
    await wrong(owner.browser, CHOSEN)
    const [mail = ''] = await at.sentTexts(EMAIL)
    assert.match(mail, /Not as usual: no usual sign-in is known yet/)
  }))

test('a token of another kind is none, and tokens that are none cost the address its tries', () =>
  on(
    async ({ at, tokenFor, signIn, look }) => {
      await signIn()
      const token = await tokenFor()
      assert.equal((await at.browser().call('POST /api/invitation', { body: { token } })).status, 410)
      const codes: string[] = []
      for (let times = 0; times < 20; times += 1) codes.push((await look(`guess-${times}`)).problem.code)
      assert.deepEqual(
        [codes[0], codes[18], codes[19]],
        ['link_expired', 'link_expired', 'too_many_requests'],
      )
    },
    { SALLYPORT_ADDRESS_LIMITS: 'on' },
  ))
