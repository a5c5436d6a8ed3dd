/** Verifying identity inside a live session: what counts, for which purpose, how long and how often. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from '@sallyport/contract'
import { DAY, MINUTE, SECOND } from '../kernel/clock.ts'
import { bindDevice, PASSWORD, registerOwner } from '../testing/people.ts'
import type { TestBrowser } from '../testing/test-browser.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

type Purpose = Call<'GET /api/verification/:purpose'>['params']['purpose']

const PURPOSES: readonly Purpose[] = [
  'bind_mfa',
  'manage_mfa',
  'renew_recovery_codes',
  'change_password',
  'change_email',
  'set_phone',
  'set_security_questions',
]
const ANSWERS = ['Sir Barnaby', 'Purple Herons', 'Lake Ohrid']
const QUESTIONS = ['first_pet', 'first_concert', 'first_trip'].map((id, index) => ({
  id,
  answer: ANSWERS[index] ?? '',
}))

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

function send(browser: TestBrowser, purpose: Purpose, method: 'email' | 'phone' = 'email') {
  return browser.call('POST /api/verification/:purpose/send', { params: { purpose }, body: { method } })
}

function prove(
  browser: TestBrowser,
  purpose: Purpose,
  body: Call<'POST /api/verification/:purpose/prove'>['body'],
) {
  return browser.call('POST /api/verification/:purpose/prove', { params: { purpose }, body })
}

async function methodsFor(browser: TestBrowser, purpose: Purpose): Promise<readonly string[]> {
  const { reply } = await browser.call('GET /api/verification/:purpose', { params: { purpose } })
  return reply.methods.map((choice) => choice.method)
}

async function needed(browser: TestBrowser, purpose: Purpose): Promise<boolean> {
  return (await browser.call('GET /api/verification/:purpose', { params: { purpose } })).reply.needed
}

function wrong(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')
}

test('a proof for one purpose opens nothing else', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    at.clock.advance(6 * MINUTE)
    await send(browser, 'bind_mfa')
    const body = { method: 'email', code: await at.sentCode(email) } as const
    for (const purpose of PURPOSES.filter((each) => each !== 'bind_mfa'))
      assert.equal((await prove(browser, purpose, body)).problem.code, 'code_not_sent', purpose)
    assert.equal((await prove(browser, 'bind_mfa', body)).status, 200)
    assert.equal(await needed(browser, 'bind_mfa'), false)
    for (const purpose of ['change_email', 'set_phone', 'set_security_questions'] as const)
      assert.equal(await needed(browser, purpose), true, purpose)
    assert.equal(
      (await browser.call('POST /api/email', { body: { email: 'new@example.com' } })).problem.code,
      'step_up_needed',
    )
    assert.equal((await browser.call('POST /api/mfa/binding')).status, 200)
  }))

test('it opens its purpose for ten minutes and for its own session', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const other = at.browser()
    await other.call('POST /api/sign-in', { body: { accountName: email, password: PASSWORD } })
    at.clock.advance(SECOND)
    await send(browser, 'bind_mfa')
    const body = { method: 'email', code: await at.sentCode(email) } as const
    assert.equal((await prove(other, 'bind_mfa', body)).problem.code, 'code_not_sent')
    assert.equal((await prove(browser, 'bind_mfa', body)).status, 200)
    assert.equal(await needed(other, 'bind_mfa'), true)
    at.clock.advance(10 * MINUTE - 1)
    assert.equal(await needed(browser, 'bind_mfa'), false)
    at.clock.advance(1)
    assert.equal(await needed(browser, 'bind_mfa'), true)
    assert.equal((await browser.call('POST /api/mfa/binding')).problem.code, 'verification_needed')
  }))

test('B4: a code verifies once, however many send it at once', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    at.clock.advance(SECOND)
    await send(browser, 'bind_mfa')
    const body = { method: 'email', code: await at.sentCode(email) } as const
    const answers = await Promise.all([1, 2, 3, 4].map(() => prove(browser.copy(), 'bind_mfa', body)))
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1)
    assert.notEqual((await prove(browser, 'bind_mfa', body)).status, 200)
  }))

test('B9: a code of ten minutes ago is over', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    at.clock.advance(SECOND)
    await send(browser, 'bind_mfa')
    const code = await at.sentCode(email)
    at.clock.advance(10 * MINUTE)
    const late = await prove(browser, 'bind_mfa', { method: 'email', code })
    assert.ok(late.problem.code === 'code_expired' || late.problem.code === 'code_not_sent', late.text)
    assert.equal(await needed(browser, 'bind_mfa'), true)
  }))

test('A9: five wrong codes kill the challenge for the right one; a new code gives no budget back', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    let judged = 0
    for (let round = 0; round < 4; round += 1) {
      at.clock.advance(MINUTE)
      await send(browser, 'bind_mfa')
      const code = await at.sentCode(email)
      for (let index = 0; index < 5; index += 1) {
        const answer = await prove(browser, 'bind_mfa', { method: 'email', code: wrong(code) })
        if (answer.problem.code === 'code_wrong') judged += 1
      }
      const right = await prove(browser, 'bind_mfa', { method: 'email', code })
      assert.ok(['attempt_dead', 'too_many_tries'].includes(right.problem.code), right.text)
    }
    assert.equal(judged, 12)
    assert.equal(await needed(browser, 'bind_mfa'), true)
  }))

test('C12: the code that made an account or an address is no proof of identity a second time', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const code = await at.sentCode(email)
    for (const purpose of PURPOSES)
      assert.equal((await prove(browser, purpose, { method: 'email', code })).problem.code, 'code_not_sent')
  }))

test('D1, C11: once a device is bound only second factors count, for every purpose and at once', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    assert.equal(
      (await owner.browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })).status,
      200,
    )
    at.clock.advance(SECOND)
    assert.deepEqual(await methodsFor(owner.browser, 'bind_mfa'), ['email', 'security_questions'])
    assert.deepEqual(await methodsFor(owner.browser, 'change_email'), ['email'])
    const bound = await bindDevice(at, owner)
    at.clock.advance(6 * MINUTE)
    for (const purpose of PURPOSES) {
      assert.deepEqual(await methodsFor(bound.browser, purpose), ['virtual_mfa', 'recovery_code'], purpose)
      assert.equal(await needed(bound.browser, purpose), true, purpose)
      assert.equal((await send(bound.browser, purpose)).problem.code, 'method_unavailable')
      const answers = { method: 'security_questions', answers: ANSWERS } as const
      assert.equal((await prove(bound.browser, purpose, answers)).problem.code, 'method_unavailable')
    }
    const code = bound.code()
    assert.equal((await prove(bound.browser, 'manage_mfa', { method: 'virtual_mfa', code })).status, 200)
    const again = await prove(bound.browser, 'change_email', { method: 'virtual_mfa', code })
    assert.equal(again.problem.code, 'code_spent')
    const removed = await bound.browser.call('DELETE /api/mfa/devices/:id', {
      params: { id: bound.deviceId },
    })
    assert.equal(removed.status, 200, removed.text)
  }))

test('C11: an email proof from before the binding opens nothing after it', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    at.clock.advance(SECOND)
    await send(owner.browser, 'change_email')
    const body = { method: 'email', code: await at.sentCode(owner.email) } as const
    assert.equal((await prove(owner.browser, 'change_email', body)).status, 200)
    at.clock.advance(MINUTE)
    const bound = await bindDevice(at, owner)
    at.clock.advance(5 * MINUTE)
    const answer = await bound.browser.call('POST /api/email', { body: { email: 'new@example.com' } })
    assert.equal(answer.problem.code, 'step_up_needed')
  }))

test('E8: the answers open the first binding alone; which one was wrong is not said', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    at.clock.advance(6 * MINUTE)
    for (const purpose of PURPOSES.filter((each) => each !== 'bind_mfa')) {
      const answer = await prove(browser, purpose, { method: 'security_questions', answers: ANSWERS })
      assert.equal(answer.problem.code, 'method_unavailable', purpose)
    }
    const bodies = []
    for (const at of [0, 1, 2]) {
      const answers = ANSWERS.map((answer, index) => (index === at ? 'nothing of it' : answer))
      const answer = await prove(browser, 'bind_mfa', { method: 'security_questions', answers })
      bodies.push({ ...answer.problem, requestId: '' })
    }
    assert.equal(bodies[0]?.code, 'answers_wrong')
    assert.deepEqual(bodies[1], bodies[0])
    assert.deepEqual(bodies[2], bodies[0])
    const answers = [' sir  BARNABY', 'purple herons', 'LAKE OHRID ']
    assert.equal((await prove(browser, 'bind_mfa', { method: 'security_questions', answers })).status, 200)
    assert.equal((await browser.call('POST /api/mfa/binding')).status, 200)
  }))

test('E8: five wrong sets in a day switch the questions off until they are set anew; email still works', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    const wrongly = { method: 'security_questions' as const, answers: ['no', 'no no', 'no no no'] }
    for (let index = 0; index < 5; index += 1)
      assert.equal((await prove(browser, 'bind_mfa', wrongly)).problem.code, 'answers_wrong')
    const rightly = { method: 'security_questions', answers: ANSWERS } as const
    assert.equal((await prove(browser, 'bind_mfa', rightly)).problem.code, 'questions_off')
    assert.equal((await browser.call('GET /api/security')).reply.securityQuestions.off, true)
    at.clock.advance(DAY)
    const back = at.browser()
    await back.call('POST /api/sign-in', { body: { accountName: email, password: PASSWORD } })
    assert.notEqual((await prove(back, 'bind_mfa', rightly)).status, 200)
    assert.deepEqual(await methodsFor(back, 'bind_mfa'), ['email'])
    await send(back, 'bind_mfa')
    const proven = await prove(back, 'bind_mfa', { method: 'email', code: await at.sentCode(email) })
    assert.equal(proven.status, 200, proven.text)
  }))

test('a phone verifies the first binding, and its code is not mistaken for one by email', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const phoneNumber = '+4915112345678'
    await browser.call('POST /api/phone', { body: { phoneNumber } })
    await browser.call('POST /api/phone/verify', { body: { code: await at.sentCode(phoneNumber) } })
    at.clock.advance(MINUTE)
    assert.equal((await send(browser, 'change_email', 'phone')).problem.code, 'method_unavailable')
    assert.equal((await send(browser, 'bind_mfa', 'phone')).reply.hint, '+49•••678')
    const code = await at.sentCode(phoneNumber)
    const proven = await prove(browser, 'bind_mfa', { method: 'phone', code })
    assert.equal(proven.status, 200, proven.text)
  }))
