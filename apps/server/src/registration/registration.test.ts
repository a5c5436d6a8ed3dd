/** Creating an account through the front door: who may, with which code, and how often. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { makeSetUpLink } from './make-set-up-link.ts'

const EMAIL = 'owner@example.com'

async function on(
  act: (at: TestServer) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const at = await testServer(settings)
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

async function setUpToken(at: TestServer): Promise<string> {
  const link = await makeSetUpLink(at.world)
  return link?.open().split('#token=')[1] ?? ''
}

async function begin(at: TestServer, email = EMAIL, token?: string) {
  const browser = at.browser()
  const body = { email, password: PASSWORD, ...(token === undefined ? {} : { setUpToken: token }) }
  return { browser, begun: await browser.call('POST /api/register', { body }) }
}

function wrong(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')
}

test('the set-up link opens the first account once, and no other after it', () =>
  on(
    async (at) => {
      assert.equal((await begin(at)).begun.problem.code, 'set_up_token_wrong')
      assert.equal((await begin(at, EMAIL, 'A'.repeat(43))).begun.problem.code, 'set_up_token_wrong')
      const token = await setUpToken(at)
      const one = await begin(at, EMAIL, token)
      assert.equal(one.begun.status, 200, one.begun.text)
      const other = await begin(at, 'other@example.com', token)
      assert.equal(other.begun.status, 200, 'begun is not yet spent')
      const made = await one.browser.call('POST /api/register/verify', {
        body: { code: await at.sentCode(EMAIL) },
      })
      assert.equal(made.status, 200, made.text)
      const late = { code: await at.sentCode('other@example.com') }
      const second = await other.browser.call('POST /api/register/verify', { body: late })
      assert.equal(second.problem.code, 'registration_closed')
      assert.equal((await begin(at, 'third@example.com', token)).begun.problem.code, 'registration_closed')
      assert.equal(await makeSetUpLink(at.world), undefined)
    },
    { SALLYPORT_REGISTRATION: 'first' },
  ))

test('B5: of two people who finish with one set-up link at once one has an account', () =>
  on(
    async (at) => {
      const token = await setUpToken(at)
      const emails = ['one@example.com', 'two@example.com', 'three@example.com']
      const begun = []
      for (const email of emails) begun.push({ email, ...(await begin(at, email, token)) })
      const answers = await Promise.all(
        begun.map(async ({ browser, email }) =>
          browser.call('POST /api/register/verify', { body: { code: await at.sentCode(email) } }),
        ),
      )
      assert.equal(answers.filter((answer) => answer.status === 200).length, 1)
      assert.equal((await at.world.read.accounts.list({ after: '', limit: 10 })).length, 1)
    },
    { SALLYPORT_REGISTRATION: 'first' },
  ))

test('a newer set-up link takes the place of the older', () =>
  on(
    async (at) => {
      const older = await setUpToken(at)
      const newer = await setUpToken(at)
      assert.equal((await begin(at, EMAIL, older)).begun.problem.code, 'set_up_token_wrong')
      assert.equal((await begin(at, EMAIL, newer)).begun.status, 200)
    },
    { SALLYPORT_REGISTRATION: 'first' },
  ))

test('where registration is closed nobody registers, whatever they hold', () =>
  on(
    async (at) => {
      assert.equal((await begin(at)).begun.problem.code, 'registration_closed')
      assert.equal((await begin(at, EMAIL, await setUpToken(at))).begun.problem.code, 'registration_closed')
    },
    { SALLYPORT_REGISTRATION: 'closed' },
  ))

test('J5: a taken address is answered like a free one; its mailbox is told and gets no code', () =>
  on(async (at) => {
    await registerOwner(at)
    at.clock.advance(MINUTE)
    const free = await begin(at, 'apart@example.com')
    const taken = await begin(at, 'Owner@Example.com')
    const shape = ({ begun }: typeof free) => [
      begun.status,
      { ...begun.reply, hint: '' },
      Object.keys(begun.headers).toSorted(),
    ]
    assert.deepEqual(shape(taken), shape(free))
    const told = (await at.sentTexts('Owner@example.com'))[0] ?? ''
    assert.match(told, /has one already/)
    assert.doesNotMatch(told, /\b\d{6}\b/)
    const answer = await taken.browser.call('POST /api/register/verify', { body: { code: '000000' } })
    assert.deepEqual([answer.problem.code, answer.problem.triesLeft], ['code_wrong', 4])
  }))

test('a guessed code of a taken address makes no account either', () =>
  on(async (at) => {
    await registerOwner(at)
    at.clock.advance(MINUTE)
    const digits = at.world.random.digits
    Object.assign(at.world.random, { digits: () => '271828' })
    const { browser } = await begin(at)
    Object.assign(at.world.random, { digits })
    const answer = await browser.call('POST /api/register/verify', { body: { code: '271828' } })
    assert.equal(answer.problem.code, 'code_wrong')
    assert.equal((await browser.call('GET /api/security')).status, 401)
  }))

test('five wrong codes end the registration for the right one too, and a new code does not help', () =>
  on(async (at) => {
    const { browser } = await begin(at)
    const code = await at.sentCode(EMAIL)
    for (let left = 4; left >= 0; left -= 1) {
      const answer = await browser.call('POST /api/register/verify', { body: { code: wrong(code) } })
      assert.deepEqual([answer.problem.code, answer.problem.triesLeft], ['code_wrong', left])
    }
    assert.equal(
      (await browser.call('POST /api/register/verify', { body: { code } })).problem.code,
      'attempt_dead',
    )
    at.clock.advance(MINUTE)
    await browser.call('POST /api/register/resend')
    const newer = await browser.call('POST /api/register/verify', {
      body: { code: await at.sentCode(EMAIL) },
    })
    assert.equal(newer.problem.code, 'attempt_dead')
  }))

test('what has not the form of a code costs no try', () =>
  on(async (at) => {
    const { browser } = await begin(at)
    for (const code of ['12345', '1234567', 'abcdef', '１２３４５６７']) {
      const answer = await browser.call('POST /api/register/verify', { body: { code } })
      assert.equal(answer.problem.code, 'code_malformed', code)
    }
    const right = await browser.call('POST /api/register/verify', {
      body: { code: await at.sentCode(EMAIL) },
    })
    assert.equal(right.status, 200, right.text)
  }))

test('B12: a code sent again takes the place of the first, after a minute', () =>
  on(async (at) => {
    const { browser } = await begin(at)
    const first = await at.sentCode(EMAIL)
    at.clock.advance(59 * SECOND)
    const early = await browser.call('POST /api/register/resend')
    assert.deepEqual(
      [early.problem.code, early.problem.retryAfterSeconds, early.headers['retry-after']],
      ['send_wait', 1, '1'],
    )
    at.clock.advance(SECOND)
    assert.equal((await browser.call('POST /api/register/resend')).status, 200)
    const old = await browser.call('POST /api/register/verify', { body: { code: first } })
    assert.equal(old.problem.code, 'code_wrong')
    const right = await browser.call('POST /api/register/verify', {
      body: { code: await at.sentCode(EMAIL) },
    })
    assert.equal(right.status, 200, right.text)
  }))

test('B9: a code of ten minutes ago, and a registration of an hour ago, are over', () =>
  on(async (at) => {
    const { browser } = await begin(at)
    const code = await at.sentCode(EMAIL)
    at.clock.advance(10 * MINUTE)
    assert.equal(
      (await browser.call('POST /api/register/verify', { body: { code } })).problem.code,
      'code_expired',
    )
    at.clock.advance(50 * MINUTE)
    assert.equal((await browser.call('POST /api/register/resend')).problem.code, 'registration_expired')
    assert.equal(
      (await browser.call('POST /api/register/verify', { body: { code } })).problem.code,
      'registration_expired',
    )
  }))

test("C14: a registration's code finishes no other registration", () =>
  on(async (at) => {
    await begin(at)
    const other = await begin(at, 'other@example.com')
    const answer = await other.browser.call('POST /api/register/verify', {
      body: { code: await at.sentCode(EMAIL) },
    })
    assert.equal(answer.problem.code, 'code_wrong')
    const nobody = await at
      .browser()
      .call('POST /api/register/verify', { body: { code: await at.sentCode(EMAIL) } })
    assert.equal(nobody.problem.code, 'registration_expired')
  }))

test('B4: a code makes one account, however many send it at once', () =>
  on(async (at) => {
    const { browser } = await begin(at)
    const body = { code: await at.sentCode(EMAIL) }
    const tabs = [browser, browser.copy(), browser.copy()]
    const answers = await Promise.all(tabs.map((tab) => tab.call('POST /api/register/verify', { body })))
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1)
    assert.equal((await browser.copy().call('POST /api/register/verify', { body })).status, 410)
  }))

test('the rules of passwords hold at the door, and nothing is sent', () =>
  on(async (at) => {
    for (const [password, code] of [
      ['too short', 'password_too_short'],
      ['abcabcabcabcabcabc', 'password_repetitive'],
      ['owner-sallyport', 'password_contains_context'],
      ['ß'.repeat(2000), 'password_too_long'],
    ] as const) {
      const answer = await at
        .browser()
        .call('POST /api/register', { body: { email: EMAIL.replace('owner', 'owner-sallyport'), password } })
      assert.deepEqual([answer.problem.code, answer.problem.field], [code, 'password'])
    }
    await assert.rejects(at.sentCode(EMAIL))
  }))

test('E1: no form of the address sends a code to two, or to what is none', () =>
  on(async (at) => {
    for (const email of [
      [EMAIL, 'thief@example.com'],
      { 0: EMAIL },
      null,
      `${EMAIL},thief@example.com`,
      `${EMAIL}\nthief@example.com`,
      'thief＠example.com',
    ]) {
      const answer = await at
        .browser()
        .call('POST /api/register', { body: { email, password: PASSWORD } as never })
      assert.ok(answer.status === 400 || answer.problem.code === 'email_invalid', answer.text)
    }
    const outbox = await at.browser().call('GET /api/outbox')
    assert.deepEqual(outbox.reply, [])
  }))

test('five codes an hour go to one address', () =>
  on(async (at) => {
    for (let sent = 1; sent <= 5; sent += 1) {
      assert.equal((await begin(at)).begun.status, 200)
      at.clock.advance(MINUTE)
    }
    const full = await begin(at)
    assert.equal(full.begun.problem.code, 'send_limit')
    at.clock.advance(HOUR)
    assert.equal((await begin(at)).begun.status, 200)
  }))
