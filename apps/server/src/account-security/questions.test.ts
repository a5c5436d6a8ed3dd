/** Security questions through the front door: switched on again, told to every address; and until when acts ask no more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { bindDevice, PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

const PHONE = '+4915112345678'
const QUESTIONS = [
  { id: 'first_pet', answer: 'Sir Barnaby' },
  { id: 'first_concert', answer: 'Purple Herons' },
  { id: 'first_trip', answer: 'Lake Ohrid' },
]
const BIND = { params: { purpose: 'bind_mfa' } }

async function on(act: (at: TestServer) => Promise<void>): Promise<void> {
  const at = await testServer()
  try {
    await act(at)
  } finally {
    await at.close()
  }
}

function answersOf(answers: readonly string[]) {
  return { ...BIND, body: { method: 'security_questions' as const, answers: [...answers] } }
}

test('E8: questions that were switched off open the binding again once they are set anew', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    const wrong = answersOf(['not it', 'nor this', 'nor that'])
    const right = answersOf(QUESTIONS.map(({ answer }) => answer))
    for (let index = 0; index < 6; index += 1)
      await browser.call('POST /api/verification/:purpose/prove', wrong)
    assert.equal((await browser.call('GET /api/security')).reply.securityQuestions.off, true)
    await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
    assert.equal((await browser.call('GET /api/security')).reply.securityQuestions.off, false)
    const proven = await browser.call('POST /api/verification/:purpose/prove', right)
    assert.equal(proven.status, 200, proven.text)
  }))

test('D1: each change of the questions is told by mail and by text message, in its own words', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    await browser.call('POST /api/phone', { body: { phoneNumber: PHONE } })
    await browser.call('POST /api/phone/verify', { body: { code: await at.sentCode(PHONE) } })
    for (const change of ['set', 'changed', 'removed']) {
      at.clock.advance(SECOND)
      if (change === 'removed') await browser.call('DELETE /api/security-questions')
      else await browser.call('PUT /api/security-questions', { body: { questions: QUESTIONS } })
      for (const address of [email, PHONE]) {
        const text = (await at.sentTexts(address))[0] ?? ''
        assert.ok(text.includes(`security questions of your account were ${change}.`), text)
      }
    }
  }))

test('the whole email address is no answer either', () =>
  on(async (at) => {
    const { browser, email } = await registerOwner(at)
    const questions = QUESTIONS.map((question, index) =>
      index === 1 ? { ...question, answer: email.toUpperCase() } : question,
    )
    const refused = await browser.call('PUT /api/security-questions', { body: { questions } })
    assert.deepEqual(
      [refused.problem.code, refused.problem.field],
      ['answer_guessable', 'questions/1/answer'],
    )
  }))

test('the password is no answer, and cannot be guessed by setting answers without end', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const put = (answer: string) => {
      const questions = QUESTIONS.map((question, index) => (index === 2 ? { ...question, answer } : question))
      return browser.call('PUT /api/security-questions', { body: { questions } })
    }
    const refused = await put(PASSWORD)
    assert.deepEqual(
      [refused.problem.code, refused.problem.field],
      ['answer_guessable', 'questions/2/answer'],
    )
    for (let index = 0; index < 9; index += 1) assert.equal((await put(`wrong horse ${index}`)).status, 200)
    assert.equal((await put(PASSWORD)).problem.code, 'password_wait')
    assert.equal((await browser.call('GET /api/security')).reply.securityQuestions.off, false)
  }))

test('the page says fresh after the account was made and after two steps, never after a password alone', () =>
  on(async (at) => {
    const owner = await registerOwner(at)
    const freshUntil = async (browser = owner.browser) =>
      (await browser.call('GET /api/security')).reply.freshUntil
    assert.notEqual(await freshUntil(), null)
    at.clock.advance(5 * MINUTE)
    assert.equal(await freshUntil(), null)
    const again = at.browser()
    const body = { accountName: owner.email, password: PASSWORD }
    await again.call('POST /api/sign-in', { body })
    assert.equal(await freshUntil(again), null)
    await bindDevice(at, owner)
    assert.notEqual(await freshUntil(), null)
  }))
