/** The authenticator app's origin: its files with their headers, and nothing else. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildAuthenticatorApp } from './authenticator-app.ts'

const ORIGIN = new URL('https://codes.example.com')

type Asked = { readonly method?: 'GET' | 'HEAD' | 'POST'; readonly url: string; readonly host?: string }

async function ask({ method = 'GET', url, host = ORIGIN.host }: Asked) {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-authenticator-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"></html>')
  writeFileSync(join(folder, 'clock.txt'), 'clock\n')
  writeFileSync(join(folder, 'service-worker.js'), '// worker\n')
  writeFileSync(join(folder, 'assets/main-abc.js'), 'export {}\n')
  writeFileSync(join(folder, 'assets/main-abc.js.gz'), gzipSync('export {}\n'))
  const server = await buildAuthenticatorApp(ORIGIN, folder)
  try {
    return await server.inject({ method, url, headers: { host, 'accept-encoding': 'gzip' } })
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

test('the page may run its own scripts, its worker and the camera, and talk to its own origin alone', async () => {
  const page = await ask({ url: '/' })
  assert.equal(page.statusCode, 200)
  const policy = String(page.headers['content-security-policy']).split('; ')
  assert.deepEqual(
    policy.filter((rule) => /^(default|script|connect|worker)-src|trusted-types/.test(rule)),
    [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types sw',
    ],
  )
  assert.match(String(page.headers['permissions-policy']), /^camera=\(self\), microphone=\(\)/)
  assert.match(String(page.headers['strict-transport-security']), /^max-age=\d{8}/)
  assert.equal(page.headers['set-cookie'], undefined)
})

test('what is named by its hash is kept for ever, the shell is asked for anew, the clock is never kept', async () => {
  const caching = async (url: string) => (await ask({ url })).headers['cache-control']
  assert.equal(await caching('/assets/main-abc.js'), 'public, max-age=31536000, immutable')
  assert.equal(await caching('/'), 'no-cache')
  assert.equal(await caching('/service-worker.js'), 'no-cache')
  assert.equal(await caching('/clock.txt'), 'no-store')
  assert.equal((await ask({ url: '/assets/main-abc.js' })).headers['content-encoding'], 'gzip')
})

test('the clock file carries the date that the app compares with', async () => {
  const { headers } = await ask({ method: 'HEAD', url: '/clock.txt' })
  assert.ok(Number.isFinite(Date.parse(String(headers['date']))))
})

test('J3: other files, folders above and other methods find nothing', async () => {
  const urls = [
    '/api/site',
    '/openapi.json',
    '/metrics',
    '/..%2f..%2fetc%2fpasswd',
    '/../package.json',
    '/assets/',
  ]
  for (const url of urls) {
    const answer = await ask({ url })
    assert.ok([403, 404].includes(answer.statusCode), `${url} ${answer.statusCode}`)
    assert.doesNotMatch(answer.body, /root:|"name"/)
  }
  assert.equal((await ask({ method: 'POST', url: '/' })).statusCode, 404)
})

test('a request for another host is sent to the origin', async () => {
  for (const host of ['thief.example', 'codes.example.com.thief.example', 'account.example.com', '']) {
    const answer = await ask({ url: '/', host })
    assert.equal(answer.statusCode, 421, host)
    assert.match(answer.body, /https:\/\/codes\.example\.com\n$/)
  }
})
