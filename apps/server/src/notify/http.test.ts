/** When the outbox page exists, and what it holds. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestServer, testServer } from '../testing/test-server.ts'

let at: TestServer
before(async () => {
  at = await testServer()
})
after(() => at.close())

test('on a loopback origin without gateways the outbox lists messages, newest first', async () => {
  const browser = at.browser()
  for (const email of ['first@example.com', 'second@example.com']) {
    await browser.call('POST /api/register', { body: { email, password: 'harbour lantern orbit 61' } })
    at.clock.advance(1000)
  }
  const { status, reply, headers } = await browser.call('GET /api/outbox')
  assert.equal(status, 200)
  assert.equal(headers['cache-control'], 'no-store')
  assert.deepEqual(
    reply.map(({ to, channel }) => [to, channel]),
    [
      ['second@example.com', 'mail'],
      ['first@example.com', 'mail'],
    ],
  )
  assert.equal(reply[0]?.at, '2026-11-24T12:00:01.000Z')
  assert.match(reply[0]?.text ?? '', /^\d{6} is your code to create your account\./)
})

test('after a day the outbox is empty', async () => {
  at.clock.advance(24 * 3600 * 1000)
  assert.deepEqual((await at.browser().call('GET /api/outbox')).reply, [])
})

test('with both gateways there is no outbox', async () => {
  const settings = {
    SALLYPORT_SMTP_URL: 'smtp://127.0.0.1:2525',
    SALLYPORT_MAIL_FROM: 'no-reply@example.com',
    SALLYPORT_SMS_URL: 'http://127.0.0.1:2580/?to={to}&text={text}',
  }
  const other = await testServer(settings)
  try {
    const { status, problem } = await other.browser().call('GET /api/outbox')
    assert.equal(status, 404)
    assert.equal(problem.code, 'not_found')
  } finally {
    await other.close()
  }
})

test('off a loopback origin there is no outbox, not even for text messages without a gateway', async () => {
  const settings = {
    SALLYPORT_ORIGIN: 'https://id.example.com',
    SALLYPORT_SMTP_URL: 'smtps://mail.example.com',
    SALLYPORT_MAIL_FROM: 'no-reply@example.com',
    SALLYPORT_ADDRESS_LIMITS: 'on',
  }
  const other = await testServer(settings)
  try {
    assert.equal((await other.browser().call('GET /api/outbox')).status, 404)
  } finally {
    await other.close()
  }
})
