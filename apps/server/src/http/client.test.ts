/** Who the client is: its address through trusted proxies alone, its browser in words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PASSWORD, registerOwner } from '../testing/people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { browserName } from './browser-name.ts'
import { clientAddress } from './client-address.ts'

const OWNER = { accountName: 'owner@example.com', password: PASSWORD }

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

test('A17, C15: forwarding headers of a peer that is no trusted proxy say nothing', () =>
  on(async (at) => {
    const { browser } = await registerOwner(at)
    const told = [
      '203.0.113.9',
      'a',
      '',
      'fe80::1%eth0',
      '::ffff:203.0.113.9',
      'x'.repeat(8000),
      '203.0.113.9, 203.0.113.10',
    ]
    for (const value of told) {
      const forwarded = at.browser({
        'x-forwarded-for': value,
        'x-real-ip': value,
        forwarded: `for=${value}`,
        'cf-connecting-ip': value,
      })
      const wrong = await forwarded.call('POST /api/sign-in', {
        body: { ...OWNER, password: 'wrong horse battery' },
      })
      assert.equal(wrong.problem.code, 'sign_in_refused', value.slice(0, 40))
      assert.equal((await forwarded.call('POST /api/sign-in', { body: OWNER })).status, 200)
    }
    const sessions = (await browser.call('GET /api/sessions')).reply
    assert.equal(sessions.length, told.length + 1)
    assert.deepEqual(new Set(sessions.map((session) => session.address)), new Set(['127.0.0.1']))
  }))

test('C15: through a trusted proxy the rightmost untrusted address counts, and nonsense falls back to the peer', () =>
  on(
    async (at) => {
      await registerOwner(at)
      const expected = {
        '203.0.113.9': '203.0.113.9',
        '198.51.100.1, 203.0.113.9': '203.0.113.9',
        '198.51.100.1, 203.0.113.9, 10.1.2.3': '203.0.113.9',
        nonsense: '127.0.0.1',
      }
      for (const [forwardedFor, address] of Object.entries(expected)) {
        const through = at.browser({ 'x-forwarded-for': forwardedFor })
        const begun = await through.call('POST /api/sign-in', { body: OWNER })
        assert.equal(begun.status, 200, begun.text)
        const own = (await through.call('GET /api/sessions')).reply.find((session) => session.current)
        assert.equal(own?.address, address, forwardedFor)
      }
    },
    { SALLYPORT_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' },
  ))

test('an address that is told wrongly is the peer', () => {
  assert.equal(clientAddress('nonsense', '192.0.2.7'), '192.0.2.7')
  assert.equal(clientAddress('', undefined), '')
  assert.equal(clientAddress('::ffff:192.0.2.7', undefined), '192.0.2.7')
  assert.equal(clientAddress('2001:db8::1', undefined), '2001:db8::1')
})

test('browsers and systems are named in words', () => {
  const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0'
  const names = {
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit}`]: 'Chrome on Windows',
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Edg/140.0.0.0`]: 'Edge on Windows',
    [`Mozilla/5.0 (Linux; Android 15) ${webKit}`]: 'Chrome on Android',
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Safari/605.1.15`]: 'Safari on macOS',
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${apple} Mobile/15E148 Safari/604.1`]:
      'Safari on iOS',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox on Linux',
    'curl/8.9.1': 'curl',
    '<script>alert(1)</script>': 'Unknown browser',
  }
  for (const [agent, name] of Object.entries(names)) assert.equal(browserName(agent), name)
  assert.equal(browserName(undefined), 'Unknown browser')
})
