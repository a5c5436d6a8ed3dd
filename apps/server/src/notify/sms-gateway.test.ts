/** Text messages over real HTTP connections on this machine. */
import assert from 'node:assert/strict'
import { createServer as createPlain, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, suite, test } from 'node:test'
import tls from 'node:tls'
import fc from 'fast-check'
import { Secret } from '../kernel/secret.ts'
import { selfSigned } from '../testing/self-signed.ts'
import { type SmsGateway, smsBy } from './gateways.ts'

type Received = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly body: string }

const ends: (() => void)[] = []
suite('SMS gateway', () => {
  afterEach(() => {
    for (const end of ends.splice(0)) end()
  })

  /** A gateway that keeps what it is given and answers what it is told to. */
  async function gateway(answer: { status: number; location?: string } = { status: 200 }, secure = false) {
    const received: Received[] = []
    const listener: RequestListener = async (request, response) => {
      let body = ''
      for await (const part of request.setEncoding('utf8')) body += part
      const { method, url, headers } = request
      received.push({ method, url, headers, body })
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location })
      response.end('queued for +4915100000000')
    }
    const server = secure ? createSecure(certificate, listener) : createPlain(listener)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ends.push(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    return { received, base: `${secure ? 'https' : 'http'}://127.0.0.1:${port}` }
  }

  const certificate = selfSigned(['127.0.0.1'])

  function sender(
    url: string,
    changes: Partial<Omit<SmsGateway, 'headers'>> & { headers?: Record<string, string> } = {},
  ) {
    const { headers = {}, ...rest } = changes
    return smsBy({
      url: new Secret(url),
      method: 'POST',
      headers: new Secret(headers),
      body: undefined,
      ...rest,
    })
  }

  const sms = { to: '+4915100000000', text: '482913 is your code "A&B" {to}\n100 % 码', id: 'msg_1' }

  test('number and text are percent-encoded in the URL', async () => {
    const { received, base } = await gateway()
    await sender(`${base}/send?to={to}&text={text}`, { method: 'GET' })(sms)
    const query = new URL(received[0]?.url ?? '', base).searchParams
    assert.equal(received[0]?.method, 'GET')
    assert.equal(query.get('to'), sms.to)
    assert.equal(query.get('text'), sms.text)
    assert.deepEqual([...query.keys()], ['to', 'text'])
    assert.equal(received[0]?.headers['idempotency-key'], 'msg_1')
  })

  test('a JSON body is escaped, whatever the text holds', async () => {
    const { received, base } = await gateway()
    const send = sender(`${base}/send`, { body: new Secret('{"to":"{to}","text":"{text}"}') })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        await send({ ...sms, text })
        assert.deepEqual(JSON.parse(received.at(-1)?.body ?? ''), { to: sms.to, text })
      }),
      { numRuns: 40 },
    )
    assert.equal(received[0]?.headers['content-type'], 'application/json')
  })

  test('a form body is percent-encoded', async () => {
    const { received, base } = await gateway()
    await sender(`${base}/send`, { body: new Secret('to={to}&text={text}&from=us') })(sms)
    const form = new URLSearchParams(received[0]?.body)
    assert.deepEqual(Object.fromEntries(form), { to: sms.to, text: sms.text, from: 'us' })
    assert.equal(received[0]?.headers['content-type'], 'application/x-www-form-urlencoded')
  })

  test('configured headers take the place of the usual ones, in whatever case', async () => {
    const { received, base } = await gateway()
    const headers = { Authorization: 'Bearer secret', 'Content-Type': 'application/vnd.sms+json' }
    await sender(`${base}/send`, { headers, body: new Secret('["{to}","{text}"]') })(sms)
    assert.equal(received[0]?.headers['content-type'], 'application/vnd.sms+json')
    assert.equal(received[0]?.headers.authorization, 'Bearer secret')
    assert.deepEqual(JSON.parse(received[0]?.body ?? ''), [sms.to, sms.text])
  })

  test('an answer other than 2xx is a fault that names neither number nor text', async () => {
    const { base } = await gateway({ status: 429 })
    await assert.rejects(sender(`${base}/send?to={to}&text={text}`)(sms), {
      message: 'the SMS gateway answered 429',
    })
  })

  test('a redirect is not followed: the text goes to the configured host alone', async () => {
    const elsewhere = await gateway()
    const { base } = await gateway({ status: 307, location: `${elsewhere.base}/send` })
    await assert.rejects(sender(`${base}/send?to={to}&text={text}`)(sms))
    assert.deepEqual(elsewhere.received, [])
  })

  test('E7: no text goes to a gateway with a certificate of its own making, unless it is trusted', async () => {
    const { received, base } = await gateway({ status: 200 }, true)
    const send = sender(`${base}/send?to={to}&text={text}`)
    await assert.rejects(send(sms), (error: Error & { cause?: { code?: string } }) => {
      assert.equal(error.cause?.code, 'DEPTH_ZERO_SELF_SIGNED_CERT')
      return true
    })
    assert.deepEqual(received, [])
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, certificate.cert])
    try {
      await send(sms)
    } finally {
      tls.setDefaultCACertificates(before)
    }
    assert.equal(received.length, 1)
  })
})
