/** The guards before every route: origin, host, headers and cookies. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { isFromOwnOrigin } from './same-origin.ts'

const ORIGIN = new URL('https://account.example.com')
const HTTPS = {
  SALLYPORT_ORIGIN: ORIGIN.origin,
  SALLYPORT_SMTP_URL: 'smtps://mail.example.com',
  SALLYPORT_MAIL_FROM: 'account@example.com',
  SALLYPORT_ADDRESS_LIMITS: 'on',
}

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

test('F6: only this origin may change something', () => {
  const cookie = 'sid=1'
  const rows: readonly (readonly [boolean, string, Record<string, string>])[] = [
    [true, 'POST', { cookie, 'sec-fetch-site': 'same-origin' }],
    [false, 'POST', { cookie, 'sec-fetch-site': 'same-site' }],
    [false, 'POST', { cookie, 'sec-fetch-site': 'cross-site' }],
    [false, 'POST', { cookie, 'sec-fetch-site': 'none' }],
    [false, 'POST', { cookie, 'sec-fetch-site': 'cross-site', origin: ORIGIN.origin }],
    [false, 'POST', { 'sec-fetch-site': 'cross-site' }],
    [false, 'POST', { cookie, 'sec-fetch-site': '' }],
    [true, 'POST', { cookie, origin: 'https://account.example.com' }],
    [false, 'POST', { cookie, origin: 'https://account.example.com.thief.example' }],
    [false, 'POST', { cookie, origin: 'https://account.example.com:8443' }],
    [false, 'POST', { cookie, origin: 'http://account.example.com' }],
    [false, 'POST', { cookie, origin: 'HTTPS://ACCOUNT.EXAMPLE.COM' }],
    [false, 'POST', { cookie, origin: 'null' }],
    [false, 'POST', { cookie, origin: '' }],
    [false, 'POST', { cookie, referer: 'https://account.example.com/security' }],
    [false, 'POST', { cookie }],
    [false, 'DELETE', { cookie }],
    [false, 'PUT', { cookie }],
    [false, 'PATCH', { cookie }],
    [true, 'POST', {}],
    [true, 'GET', { cookie, 'sec-fetch-site': 'cross-site' }],
    [true, 'HEAD', { cookie }],
  ]
  for (const [allowed, method, headers] of rows)
    assert.equal(isFromOwnOrigin(method, headers, ORIGIN), allowed, `${method} ${JSON.stringify(headers)}`)
})

test('a foreign host is answered 421 and nothing of the site, but for those who watch the server', () =>
  on(async (at) => {
    for (const host of [
      'thief.example',
      'localhost',
      'localhost:8081',
      'localhost:8080.',
      '127.0.0.1:8080',
      '',
    ]) {
      for (const url of ['/api/site', '/api/sign-in', '/docs', '/openapi.json', '/security']) {
        const answer = await at.server.inject({
          url,
          headers: { host, 'x-forwarded-host': 'localhost:8080' },
        })
        assert.deepEqual([answer.statusCode, answer.json().code], [421, 'foreign_host'], `${host} ${url}`)
      }
      assert.equal((await at.server.inject({ url: '/healthz', headers: { host } })).statusCode, 200)
    }
    const page = await at.server.inject({
      url: '/security',
      headers: { host: 'thief.example', accept: 'text/html' },
    })
    assert.equal(page.statusCode, 421)
    assert.match(page.body, /http:\/\/localhost:8080\//)
    assert.equal(page.body.includes('thief'), false)
  }))

test('every kind of answer carries the security headers', () =>
  on(async (at) => {
    const pages = mkdtempSync(join(tmpdir(), 'sallyport-pages-'))
    mkdirSync(join(pages, 'assets'))
    for (const name of ['sign-in.html', 'app.html', 'assets/app-1a2b3c.js'])
      writeFileSync(join(pages, name), 'x')
    const app = await buildApp(at.world, {
      log: pino({ level: 'silent' }),
      pagesFolder: pages,
      wakeDelivery: () => undefined,
    })
    const { browser } = await registerOwner(at)
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
    const host = at.world.origin.host
    const json = { 'content-type': 'application/json' }
    const asks = [
      { url: '/api/site' },
      { url: '/api/security', headers: { cookie } },
      { url: '/api/security' },
      { url: '/api/nothing' },
      { url: `/api/verification/${'x'.repeat(300)}` },
      { url: '/api/%zz' },
      { url: '/sign-in' },
      { url: '/security/sessions' },
      { url: '/nothing', headers: { accept: 'text/html' } },
      { url: '/assets/app-1a2b3c.js' },
      { url: '/assets/../app.html' },
      { url: '/docs' },
      { url: '/openapi.json' },
      { url: '/healthz' },
      { url: '/api/site', headers: { host: 'thief.example' } },
      { url: '/api/sign-in', method: 'POST' as const, headers: { 'sec-fetch-site': 'cross-site' } },
      { url: '/api/sign-in', method: 'POST' as const, payload: '{', headers: json },
      { url: '/api/sign-in', method: 'POST' as const, payload: 'x'.repeat(40_000), headers: json },
    ]
    try {
      for (const ask of asks) {
        const { headers } = await app.inject({ ...ask, headers: { host, ...ask.headers } })
        const policy = String(headers['content-security-policy'])
        assert.match(policy, /default-src 'none'/, ask.url)
        assert.match(policy, /frame-ancestors 'none'/, ask.url)
        assert.doesNotMatch(policy, /unsafe-|\*/, ask.url)
        assert.equal(headers['x-content-type-options'], 'nosniff', ask.url)
        assert.equal(headers['referrer-policy'], 'no-referrer', ask.url)
        assert.equal(headers['cross-origin-opener-policy'], 'same-origin', ask.url)
        assert.match(String(headers['x-request-id']), /^[\w-]{16}$/, ask.url)
        assert.equal(headers['strict-transport-security'], undefined, ask.url)
        assert.equal(headers['access-control-allow-origin'], undefined, ask.url)
        if (ask.url.startsWith('/api/')) assert.equal(headers['cache-control'], 'no-store', ask.url)
      }
    } finally {
      await app.close()
      rmSync(pages, { recursive: true, force: true })
    }
  }))

test('where the origin is https, cookies are __Host- and Secure, and the browser is told to stay', () =>
  on(async (at) => {
    const answer = await at.server.inject({
      method: 'POST',
      url: '/api/register',
      headers: { host: ORIGIN.host, 'sec-fetch-site': 'same-origin' },
      payload: { email: 'owner@example.com', password: PASSWORD },
    })
    assert.equal(answer.statusCode, 200, answer.body)
    const [cookie] = answer.cookies
    assert.equal(cookie?.name, '__Host-reg')
    assert.deepEqual(
      [cookie.secure, cookie.httpOnly, cookie.sameSite, cookie.path, cookie.domain],
      [true, true, 'Strict', '/', undefined],
    )
    assert.match(String(answer.headers['strict-transport-security']), /^max-age=31536000/)
    assert.equal(
      (await at.server.inject({ url: '/api/outbox', headers: { host: ORIGIN.host } })).statusCode,
      404,
    )
  }, HTTPS))

test('on this machine the port is part of the name, and no script reads a cookie', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    assert.ok([...browser.cookies.keys()].every((name) => name.endsWith('_8080')))
    const signedIn = await at.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { host: at.world.origin.host },
      payload: { accountName: 'owner@example.com', password: PASSWORD },
    })
    for (const cookie of signedIn.cookies)
      assert.deepEqual([cookie.httpOnly, cookie.path, cookie.domain], [true, '/', undefined])
    const sid = signedIn.cookies.find((cookie) => cookie.name.startsWith('sid'))
    assert.deepEqual([sid?.sameSite, sid?.maxAge], ['Lax', undefined])
  }))

test('F7: a malformed cookie or authorization is nobody, never a fault', () =>
  on(async (at) => {
    const values = [
      '',
      'x',
      '%',
      '%zz',
      '\u00ff',
      '"',
      'a=b=c',
      'x'.repeat(5000),
      '../..',
      '%00',
      'j:{"$ne":1}',
    ]
    for (const value of values) {
      for (const headers of [
        { cookie: `sid_8080=${value}` },
        { cookie: `pend_8080=${value}; sid_8080` },
        { cookie: value },
        { authorization: value },
        { authorization: `Bearer ${value}` },
      ]) {
        const answer = await at.server.inject({
          url: '/api/security',
          headers: { host: at.world.origin.host, ...headers },
        })
        assert.equal(answer.statusCode, 401, JSON.stringify(headers))
      }
    }
  }))
