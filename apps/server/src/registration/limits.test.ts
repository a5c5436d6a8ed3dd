/** What bounds registrations beside their own tries: the client address, the operator's mode, and the trail. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR, MINUTE } from '../kernel/clock.ts'
import { Secret } from '../kernel/secret.ts'
import { PASSWORD } from '../testing/people.ts'
import { testServer } from '../testing/test-server.ts'
import { findRegistration } from './find-registration.ts'

test('A15: twenty wrong codes an hour from one address, over all registrations, then the right one waits too', async () => {
  const at = await testServer({ SALLYPORT_ADDRESS_LIMITS: 'on' })
  try {
    for (let person = 0; person < 4; person += 1) {
      const browser = at.browser()
      const email = `person${person}@example.com`
      await browser.call('POST /api/register', { body: { email, password: PASSWORD } })
      const right = Number(await at.sentCode(email))
      for (let tries = 1; tries <= 5; tries += 1) {
        const code = String((right + tries) % 1_000_000).padStart(6, '0')
        const answer = await browser.call('POST /api/register/verify', { body: { code } })
        assert.equal(answer.problem.code, 'code_wrong')
      }
    }
    const browser = at.browser()
    const email = 'late@example.com'
    await browser.call('POST /api/register', { body: { email, password: PASSWORD } })
    const body = { code: await at.sentCode(email) }
    const crowded = await browser.call('POST /api/register/verify', { body })
    assert.equal(crowded.problem.code, 'too_many_requests')
    assert.ok((crowded.problem.retryAfterSeconds ?? 0) > 0)
    at.clock.advance(HOUR - MINUTE)
    assert.equal((await browser.call('POST /api/register/verify', { body })).status, 429)
  } finally {
    await at.close()
  }
})

test('a wrong code is in the trail, and neither the code nor the address with it', async () => {
  const at = await testServer()
  try {
    const browser = at.browser()
    await browser.call('POST /api/register', { body: { email: 'owner@example.com', password: PASSWORD } })
    const code = String((Number(await at.sentCode('owner@example.com')) + 1) % 1_000_000).padStart(6, '0')
    await browser.call('POST /api/register/verify', { body: { code } })
    type Tables = { audit_event: Record<'account_id' | 'actor' | 'subject' | 'action' | 'reason', string> }
    const events = await at.world.database.read
      .withTables<Tables>()
      .selectFrom('audit_event')
      .selectAll()
      .execute()
    assert.deepEqual(
      events.map(({ account_id, actor, action, reason }) => [account_id, actor, action, reason]),
      [['0', 'stranger', 'registration.refused', 'code_wrong']],
    )
    assert.doesNotMatch(JSON.stringify(events), new RegExp(`${code}|owner@`))
  } finally {
    await at.close()
  }
})

test('what was begun before registration was closed does not go on', async () => {
  const at = await testServer()
  try {
    const browser = at.browser()
    await browser.call('POST /api/register', { body: { email: 'owner@example.com', password: PASSWORD } })
    const body = { code: await at.sentCode('owner@example.com') }

    const token = new Secret([...browser.cookies.values()][0] ?? '')
    const open = await findRegistration(at.world, token)
    assert.ok('registrationId' in open)
    const closed = await findRegistration({ ...at.world, mode: 'closed' }, token)
    assert.deepEqual('refused' in closed && closed.refused, 'registration_expired')
    assert.equal((await browser.call('POST /api/register/verify', { body })).status, 200)
  } finally {
    await at.close()
  }
})
