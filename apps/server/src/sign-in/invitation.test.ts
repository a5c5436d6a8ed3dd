/** First ways in, through the front door: the invitation's link and the generated password. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR } from '../kernel/clock.ts'
import { bindDevice, type Owner, registerOwner } from '../testing/people.ts'
import { proveManaging } from '../testing/ram-people.ts'
import type { Answer, TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const CHOSEN = 'granite willow tram 84'

type Desk = {
  readonly at: TestServer
  readonly owner: Owner
  readonly create: (
    firstPassword: 'invitation' | 'generated',
    mfaBindRequired?: boolean,
  ) => Promise<Answer<'POST /api/ram/users'>['reply'] & { email: string }>
  readonly renew: (
    id: string,
    firstPassword: 'invitation' | 'generated',
  ) => Promise<Answer<'POST /api/ram/users/:id/first-password'>>
  readonly tokenFor: (email: string) => Promise<string>
  readonly accept: (
    token: string,
    newPassword?: string,
    browser?: TestBrowser,
  ) => Promise<Answer<'POST /api/invitation/accept'>>
  readonly look: (token: string) => Promise<Answer<'POST /api/invitation'>>
  readonly signIn: (name: string, password?: string) => Promise<Answer<'POST /api/sign-in'>>
}

/** An owner who has just proven to be it, on a server that limits addresses. */
async function on(act: (desk: Desk) => Promise<void>): Promise<void> {
  const at = await testServer({ SALLYPORT_ADDRESS_LIMITS: 'on' })
  try {
    const owner = await registerOwner(at)
    await proveManaging(at, owner)
    let made = 0
    await act({
      at,
      owner,
      async create(firstPassword, mfaBindRequired = false) {
        made += 1
        const email = `user${made}@example.com`
        const body = { name: `user${made}`, email, firstPassword, mfaBindRequired }
        const answer = await owner.browser.call('POST /api/ram/users', { body })
        assert.equal(answer.status, 200, answer.text)
        return { ...answer.reply, email }
      },
      renew: (id, firstPassword) =>
        owner.browser.call('POST /api/ram/users/:id/first-password', {
          params: { id },
          body: { firstPassword },
        }),
      async tokenFor(email) {
        const newest = (await at.sentTexts(email))[0] ?? ''
        const token = /https?:\/\/\S+/.exec(newest)?.[0].split('/invitation#token=')[1]
        assert.ok(token, newest)
        return token
      },
      accept: (token, newPassword = CHOSEN, browser = at.browser()) =>
        browser.call('POST /api/invitation/accept', { body: { token, newPassword } }),
      look: (token) => at.browser().call('POST /api/invitation', { body: { token } }),
      signIn: (accountName, password = CHOSEN) =>
        at.browser().call('POST /api/sign-in', { body: { accountName, password } }),
    })
  } finally {
    await at.close()
  }
}

test('an invitation is opened as often as one likes and accepted once, which signs in and verifies the mailbox', () =>
  on(async ({ at, owner, create, tokenFor, accept, look, signIn }) => {
    const { user, email, generatedPassword } = await create('invitation')
    assert.equal(generatedPassword, null)
    assert.equal(user.password, 'invited')
    const token = await tokenFor(email)
    for (let times = 0; times < 25; times += 1) assert.equal((await look(token)).status, 200)
    assert.equal((await look(token)).reply.signInName, user.signInName)
    const browser = at.browser()
    const accepted = await accept(token, CHOSEN, browser)
    assert.equal(accepted.status, 200, accepted.text)
    assert.equal(accepted.reply.state === 'signed_in' && accepted.reply.owes, 'nothing')
    assert.equal((await browser.call('GET /api/security')).status, 200)
    const now = (await owner.browser.call('GET /api/ram/users/:id', { params: { id: user.id } })).reply
    assert.deepEqual([now.password, now.email], ['own', { address: email, verified: true }])
    assert.ok(now.lastSignInAt)
    for (const again of [await accept(token), await look(token)])
      assert.equal(again.problem.code, 'link_expired')
    assert.equal((await signIn(user.signInName)).status, 200)
    assert.ok(!at.logged().includes(token))
  }))

test('of many who accept one link at once one does', () =>
  on(async ({ create, tokenFor, accept }) => {
    const { email } = await create('invitation')
    const token = await tokenFor(email)
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) => accept(token, `${CHOSEN} ${index}`)),
    )
    assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, 410, 410, 410])
  }))

test('a password that is refused leaves the link as it was', () =>
  on(async ({ create, tokenFor, accept }) => {
    const { email } = await create('invitation')
    const token = await tokenFor(email)
    assert.equal((await accept(token, 'short')).problem.code, 'password_too_short')
    assert.equal((await accept(token, 'passwordpassword')).status, 422)
    assert.equal((await accept(token)).status, 200)
  }))

test('a link ends after a day, and with a newer one, a suspension or another address', () =>
  on(async ({ at, owner, create, renew, tokenFor, accept }) => {
    const ends = {
      day: async () => at.clock.advance(24 * HOUR),
      newer: (id: string) => renew(id, 'invitation'),
      generated: (id: string) => renew(id, 'generated'),
      suspension: (id: string) => owner.browser.call('POST /api/ram/users/:id/suspend', { params: { id } }),
      removal: (id: string) => owner.browser.call('DELETE /api/ram/users/:id', { params: { id } }),
      address: (id: string) =>
        owner.browser.call('PATCH /api/ram/users/:id', {
          params: { id },
          body: { email: `other-${id.toLowerCase().replace(/[^a-z]/g, '')}@example.com` },
        }),
    }
    for (const [name, end] of Object.entries(ends).toReversed()) {
      const { user, email } = await create('invitation')
      const token = await tokenFor(email)
      const ended = await end(user.id)
      if (typeof ended === 'object') assert.equal(ended.status, 200, ended.text)
      assert.equal((await accept(token)).problem.code, 'link_expired', name)
    }
  }))

test('A20: tokens that are none cost the address its tries, which close the door to no live link', () =>
  on(async ({ at, create, tokenFor, look, accept }) => {
    const guesser = at.browser({ 'user-agent': 'x' })
    const codes: string[] = []
    for (let times = 0; times < 21; times += 1) {
      const { problem } = await guesser.call('POST /api/invitation', { body: { token: `guess-${times}` } })
      codes.push(problem.code)
    }
    assert.deepEqual([codes[0], codes[19], codes[20]], ['link_expired', 'link_expired', 'too_many_requests'])
    const token = await tokenFor((await create('invitation')).email)
    assert.equal((await look(token)).status, 200)
    assert.equal((await accept(token)).status, 200)
    assert.equal((await accept(token)).problem.code, 'too_many_requests', 'spent, it is none')
  }))

test('C5: whom a mark obliges comes by the link into the wizard alone, behind its first page', () =>
  on(async ({ at, create, tokenFor, accept }) => {
    const { email } = await create('invitation', true)
    const browser = at.browser()
    const accepted = await accept(await tokenFor(email), CHOSEN, browser)
    assert.equal(accepted.reply.state === 'signed_in' && accepted.reply.owes, 'mfa')
    assert.equal((await browser.call('GET /api/security')).problem.code, 'mfa_setup_required')
    const status = await browser.call('GET /api/verification/:purpose', { params: { purpose: 'bind_mfa' } })
    assert.equal(status.reply.needed, false, status.text)
    await bindDevice(at, { email, browser })
    assert.equal((await browser.call('GET /api/security')).status, 200)
  }))

test('a link is no second factor: whoever has one is asked for it', () =>
  on(async ({ at, create, renew, tokenFor, accept, signIn }) => {
    const { user, email } = await create('invitation', true)
    const entering = at.browser()
    await accept(await tokenFor(email), CHOSEN, entering)
    const bound = await bindDevice(at, { email, browser: entering })
    const renewed = await renew(user.id, 'invitation')
    assert.equal(renewed.status, 200, renewed.text)
    assert.equal((await bound.browser.call('GET /api/security')).status, 401)
    assert.equal((await signIn(user.signInName)).problem.code, 'sign_in_refused')
    const browser = at.browser()
    const accepted = await accept(await tokenFor(email), 'granite willow tram 85', browser)
    assert.equal(accepted.reply.state, 'second_step')
    assert.equal((await browser.call('GET /api/security')).problem.code, 'second_step_needed')
    const proven = await browser.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: bound.code() },
    })
    assert.equal(proven.reply.state, 'signed_in', proven.text)
  }))

test('I8: a generated password is shown once, opens nothing but its change, and stops working after three days', () =>
  on(async ({ at, owner, create, signIn }) => {
    const { user, generatedPassword } = await create('generated')
    assert.ok(generatedPassword)
    const shown = await owner.browser.call('GET /api/ram/users/:id', { params: { id: user.id } })
    assert.ok(!shown.text.includes(generatedPassword))
    assert.ok(!at.logged().includes(generatedPassword))
    const entered = await signIn(user.signInName, generatedPassword)
    assert.equal(entered.reply.state === 'signed_in' && entered.reply.owes, 'new_password', entered.text)
    at.clock.advance(72 * HOUR)
    assert.equal((await signIn(user.signInName, generatedPassword)).problem.code, 'sign_in_refused')
  }))

test('a generated password in the place of the own one ends what was open', () =>
  on(async ({ at, owner, create, renew, tokenFor, accept, signIn }) => {
    const { user, email } = await create('invitation')
    const browser = at.browser()
    await accept(await tokenFor(email), CHOSEN, browser)
    const { reply } = await renew(user.id, 'generated')
    assert.equal(reply.user.password, 'must_change')
    assert.equal((await browser.call('GET /api/security')).status, 401)
    assert.equal((await signIn(user.signInName)).problem.code, 'sign_in_refused')
    assert.equal((await signIn(user.signInName, reply.generatedPassword ?? '')).status, 200)
    await owner.browser.call('POST /api/ram/users/:id/suspend', { params: { id: user.id } })
    assert.equal((await renew(user.id, 'generated')).problem.code, 'user_suspended')
  }))
