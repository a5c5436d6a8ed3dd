/** Wrong passwords through the front door, many at once. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'

let at: TestServer
suite('passwords at once', () => {
  beforeEach(async () => {
    at = await testServer()
  })
  afterEach(() => at.close())

  function tryAtOnce(accountNames: readonly string[], password: (guess: number) => string) {
    return Promise.all(
      accountNames.map(async (accountName, guess) => {
        const body = { accountName, password: password(guess) }
        const { status, problem } = await at.browser().call('POST /api/sign-in', { body })
        return status === 200 ? 'admitted' : problem.code
      }),
    )
  }

  test('A6: of forty different passwords at once five are verified', async () => {
    const { email } = await registerOwner(at)
    const outcomes = await tryAtOnce(Array<string>(40).fill(email), (guess) => `a wrong password ${guess}`)
    assert.equal(outcomes.filter((code) => code === 'sign_in_refused').length, 5)
    assert.equal(outcomes.filter((code) => code === 'password_wait').length, 35)
  })

  test('the right password in twenty tabs at once is one try', async () => {
    const { email } = await registerOwner(at)
    const outcomes = await tryAtOnce(Array<string>(20).fill(email), () => PASSWORD)
    assert.deepEqual(new Set(outcomes), new Set(['admitted']))
  })

  test('J5: names that differ in case alone share their waits, known or not', async () => {
    await registerOwner(at, 'owner@example.com')
    for (const name of ['owner', 'nobody']) {
      const names = ['', 'A', 'B', 'C', 'D', 'E'].map((_, n) => {
        const typed = `${name}@example.com`
        return typed.slice(0, n).toUpperCase() + typed.slice(n)
      })
      const outcomes: (string | undefined)[] = []
      for (const [n, typed] of names.entries())
        outcomes.push(...(await tryAtOnce([typed], () => `a wrong password ${n}`)))
      assert.deepEqual(outcomes, [...Array<string>(5).fill('sign_in_refused'), 'password_wait'], name)
    }
  })
})
