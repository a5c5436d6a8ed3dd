/** Password, addresses, questions and sessions of a signed-in person, through the front door. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { bindDevice, givePassword, PASSWORD, registerOwner } from '../testing/people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const NEW_PASSWORD = 'quiet copper meadow 28'
const PHONE = '+4915112345678'
const QUESTIONS = [
  { id: 'first_pet', answer: 'Sir Barnaby' },
  { id: 'first_concert', answer: 'Purple Herons' },
  { id: 'first_trip', answer: 'Lake Ohrid' },
]

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

/** Past the minutes in which a new account or a full sign-in is proof enough. */
function pass(at: TestServer, ms = 6 * MINUTE): void {
  at.clock.advance(ms)
}

async function signIn(at: TestServer, email: string, password = PASSWORD): Promise<TestBrowser> {
  const browser = at.browser()
  const begun = await browser.call('POST /api/sign-in', { body: { accountName: email, password } })
  assert.equal(begun.reply.state, 'signed_in', begun.text)
  return browser
}

type Purpose = 'change_email' | 'set_phone' | 'set_security_questions' | 'bind_mfa' | 'manage_mfa'

async function proveByEmail(at: TestServer, browser: TestBrowser, email: string, purpose: Purpose) {
  at.clock.advance(MINUTE)
  const sent = await browser.call('POST /api/verification/:purpose/send', {
    params: { purpose },
    body: { method: 'email' },
  })
  assert.equal(sent.status, 200, sent.text)
  const body = { method: 'email', code: await at.sentCode(email) } as const
  const proven = await browser.call('POST /api/verification/:purpose/prove', { params: { purpose }, body })
  assert.equal(proven.status, 200, proven.text)
}

function changePassword(browser: TestBrowser, currentPassword = PASSWORD, newPassword = NEW_PASSWORD) {
  return browser.call('POST /api/password', { body: { currentPassword, newPassword } })
}

test('F1: a change of password ends every other session, keeps this one under a new token, and tells the owner', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const other = await signIn(at, email)
    const stolen = browser.copy()
    at.clock.advance(SECOND)
    assert.equal((await changePassword(browser)).status, 200)
    assert.equal((await browser.call('GET /api/security')).status, 200)
    assert.equal((await other.call('GET /api/security')).status, 401)
    assert.equal((await stolen.call('GET /api/security')).status, 401)
    const old = await at
      .browser()
      .call('POST /api/sign-in', { body: { accountName: email, password: PASSWORD } })
    assert.equal(old.problem.code, 'sign_in_refused')
    await signIn(at, email, NEW_PASSWORD)
    assert.ok((await at.sentTexts(email)).some((text) => text.includes('password changed')))
  }))

test('the current password is needed, and a refused change changes nothing', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    for (const [current, next, code, field] of [
      ['wrong horse battery', NEW_PASSWORD, 'password_wrong', 'currentPassword'],
      [PASSWORD, PASSWORD, 'password_unchanged', 'newPassword'],
      [PASSWORD, 'too short', 'password_too_short', 'newPassword'],
    ] as const) {
      const answer = await changePassword(browser, current, next)
      assert.deepEqual([answer.problem.code, answer.problem.field], [code, field])
    }
    await signIn(at, email)
  }))

test('A10: the current password can be guessed ten times an hour, then the right one waits too', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    for (let index = 0; index < 10; index += 1)
      assert.equal((await changePassword(browser, `wrong horse ${index}`)).problem.code, 'password_wrong')
    const late = await changePassword(browser)
    assert.equal(late.problem.code, 'password_wait')
    assert.ok((late.problem.retryAfterSeconds ?? 0) > 0)
  }))

test('D1: with a device bound, every sensitive act asks for a fresh proof at the highest level', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    pass(at)
    const { browser } = owner
    const id = owner.deviceId
    const answers = {
      remove: await browser.call('DELETE /api/mfa/devices/:id', { params: { id } }),
      rename: await browser.call('PATCH /api/mfa/devices/:id', { params: { id }, body: { name: 'Tablet' } }),
      codes: await browser.call('POST /api/recovery-codes'),
      password: await changePassword(browser),
      email: await browser.call('POST /api/email', { body: { email: 'new@example.com' } }),
      emailCode: await browser.call('POST /api/email/verify', { body: { code: '000000' } }),
      phone: await browser.call('POST /api/phone', { body: { phoneNumber: PHONE } }),
      noPhone: await browser.call('DELETE /api/phone'),
      questions: await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } }),
      noQuestions: await browser.call('DELETE /api/security-questions'),
    }
    for (const [act, answer] of Object.entries(answers))
      assert.deepEqual([answer.status, answer.problem.code], [403, 'step_up_needed'], act)
    assert.equal((await browser.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
  }))

test('a changed email is told to both addresses, and signing in goes by the new one alone', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    assert.equal(
      (await browser.call('POST /api/email', { body: { email: 'new@example.com' } })).problem.code,
      'step_up_needed',
    )
    await proveByEmail(at, browser, email, 'change_email')
    at.clock.advance(SECOND)
    const begun = await browser.call('POST /api/email', { body: { email: 'New@example.com' } })
    assert.equal(begun.status, 200, begun.text)
    assert.equal((await browser.call('GET /api/security')).reply.email.address, email)
    const early = await at
      .browser()
      .call('POST /api/sign-in', { body: { accountName: 'new@example.com', password: PASSWORD } })
    assert.equal(early.problem.code, 'sign_in_refused')
    const code = await at.sentCode('New@example.com')
    at.clock.advance(SECOND)
    const changed = await browser.call('POST /api/email/verify', { body: { code } })
    assert.equal(changed.status, 200, changed.text)
    for (const address of [email, 'New@example.com'])
      assert.match((await at.sentTexts(address))[0] ?? '', /email address of your account was changed/)
    await signIn(at, 'new@example.com')
    const old = await at
      .browser()
      .call('POST /api/sign-in', { body: { accountName: email, password: PASSWORD } })
    assert.equal(old.problem.code, 'sign_in_refused')
    const again = await browser.call('POST /api/email/verify', { body: { code } })
    assert.equal(again.status >= 400, true)
  }))

test("J5: another account's address is answered alike, its mailbox is told, and it cannot be taken", () =>
  on(async (at) => {
    await registerOwner(at, 'victim@example.com')
    const { browser, email } = await registerOwner(at)
    await proveByEmail(at, browser, email, 'change_email')
    at.clock.advance(SECOND)
    const begun = await browser.call('POST /api/email', { body: { email: 'victim@example.com' } })
    assert.deepEqual([begun.status, begun.reply.hint], [200, 'v•••m@example.com'])
    assert.doesNotMatch((await at.sentTexts('victim@example.com'))[0] ?? '', /\b\d{6}\b/)
    const answer = await browser.call('POST /api/email/verify', { body: { code: '000000' } })
    assert.equal(answer.problem.code, 'code_wrong')
    assert.equal((await browser.call('GET /api/security')).reply.email.address, email)
  }))

test('an address change does not go on in another session, nor with another kind of code', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    await browser.call('POST /api/phone', { body: { phoneNumber: PHONE } })
    const code = await at.sentCode(PHONE)
    const other = await signIn(at, email)
    const foreign = await other.call('POST /api/phone/verify', { body: { code } })
    assert.equal(foreign.problem.code, 'code_not_sent')
    await proveByEmail(at, browser, email, 'change_email')
    assert.equal(
      (await browser.call('POST /api/email/verify', { body: { code } })).problem.code,
      'code_not_sent',
    )
    assert.equal((await browser.call('POST /api/phone/verify', { body: { code } })).status, 200)
  }))

test('a phone is set with its own code, told of, masked, and removed again', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const body = { phoneNumber: '+49 151 1234-5678' }
    assert.equal(
      (await browser.call('POST /api/phone', { body: { phoneNumber: '0151 1234' } })).problem.code,
      'phone_invalid',
    )
    assert.equal((await browser.call('POST /api/phone', { body })).reply.hint, '+49•••678')
    const text = (await at.sentTexts(PHONE))[0] ?? ''
    assert.match(text, /\d{6} is your code/)
    const code = await at.sentCode(PHONE)
    at.clock.advance(SECOND)
    assert.equal((await browser.call('POST /api/phone/verify', { body: { code } })).status, 200)
    assert.equal((await browser.call('GET /api/security')).reply.phone.hint, '+49•••678')
    assert.match((await at.sentTexts(email))[0] ?? '', /number of your account was set[\s\S]*\+49•••678/)
    at.clock.advance(SECOND)
    assert.equal((await browser.call('DELETE /api/phone')).status, 200)
    for (const address of [email, PHONE])
      assert.match((await at.sentTexts(address))[0] ?? '', /phone number of your account was removed/)
    assert.equal((await browser.call('DELETE /api/phone')).problem.code, 'phone_missing')
  }))

test('a phone code of five minutes ago is over', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    await proveByEmail(at, browser, email, 'set_phone')
    await browser.call('POST /api/phone', { body: { phoneNumber: PHONE } })
    const code = await at.sentCode(PHONE)
    pass(at, 5 * MINUTE)
    assert.equal(
      (await browser.call('POST /api/phone/verify', { body: { code } })).problem.code,
      'code_expired',
    )
  }))

test('security questions: three of the catalogue with three answers that are not guessed at once', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at, 'harriet@example.com')
    const [one, two, three] = QUESTIONS
    assert.ok(one && two && three)
    for (const [questions, code] of [
      [[one, two, { ...three, id: one.id }], 'questions_not_distinct'],
      [[one, two, { ...three, id: 'my_own_question' }], 'questions_not_distinct'],
      [[one, two, { ...three, answer: ' sir  BARNABY ' }], 'answers_not_distinct'],
      [[one, two, { ...three, answer: ' ab ' }], 'answer_too_short'],
      [[one, two, { ...three, answer: 'Pizza' }], 'answer_guessable'],
      [[one, two, { ...three, answer: 'aaaaaa' }], 'answer_guessable'],
      [[one, two, { ...three, answer: 'Harriet' }], 'answer_guessable'],
    ] as const) {
      const answer = await browser.call('PUT /api/security-questions', {
        body: { questions: [...questions] },
      })
      assert.equal(answer.problem.code, code, answer.text)
    }
    at.clock.advance(SECOND)
    const set = await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    assert.equal(set.status, 200, set.text)
    assert.notEqual((await browser.call('GET /api/security')).reply.securityQuestions.setAt, null)
    assert.match(
      (await at.sentTexts('harriet@example.com'))[0] ?? '',
      /security questions of your account were set/,
    )
  }))

test('only own sessions are listed and ended, one or all others', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const stranger = (await registerOwner(at, 'stranger@example.com')).browser
    const second = await signIn(at, email)
    const third = await signIn(at, email)
    const listed = (await browser.call('GET /api/sessions')).reply
    assert.equal(listed.length, 3)
    assert.equal(listed.filter((session) => session.current).length, 1)
    const ownOfSecond = (await second.call('GET /api/sessions')).reply.find((session) => session.current)
    const ended = await browser.call('DELETE /api/sessions/:id', { params: { id: ownOfSecond?.id ?? '' } })
    assert.equal(ended.status, 200)
    assert.equal((await second.call('GET /api/security')).status, 401)
    assert.equal((await browser.call('POST /api/sessions/end-others')).reply.ended, 1)
    assert.equal((await third.call('GET /api/security')).status, 401)
    assert.equal((await browser.call('GET /api/security')).status, 200)
    assert.equal((await stranger.call('GET /api/security')).status, 200)
  }))

test('C17: a pending sign-in ends with a change of factors', () =>
  on(async (at) => {
    const owner = await bindDevice(at, await registerOwner(at))
    const pending = await givePassword(at, owner.email)
    const removed = await owner.browser.call('DELETE /api/mfa/devices/:id', {
      params: { id: owner.deviceId },
    })
    assert.equal(removed.status, 200, removed.text)
    const code = owner.code()
    const proved = await pending.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })
    assert.equal(proved.status, 401)
    assert.equal((await pending.call('GET /api/sign-in')).reply.state, 'signed_out')
  }))

test("recent activity tells the owner's own events and nobody else's", () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const stranger = await registerOwner(at, 'stranger@example.com')
    await changePassword(stranger.browser, 'wrong horse battery')
    const events = (await browser.call('GET /api/activity')).reply.events
    assert.deepEqual(
      events.map((event) => event.action),
      ['account.created'],
    )
    const theirs = (await stranger.browser.call('GET /api/activity')).reply.events
    assert.deepEqual(
      theirs.map((event) => [event.action, event.outcome]),
      [
        ['password.change_refused', 'refused'],
        ['account.created', 'succeeded'],
      ],
    )
  }))
