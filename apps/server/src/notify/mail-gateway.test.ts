/** Mail over real SMTP connections on this machine. 127.0.0.2 stands for a host that is not loopback by its name. */
import assert from 'node:assert/strict'
import { afterEach, suite, test } from 'node:test'
import tls from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { Secret } from '../kernel/secret.ts'
import { selfSigned } from '../testing/self-signed.ts'
import { mailBy } from './gateways.ts'

const certificate = selfSigned(['localhost', '127.0.0.1', '127.0.0.2'])

type Received = { readonly mail: string; readonly secure: boolean; readonly user: string | undefined }

const open: SMTPServer[] = []
suite('mail gateway', () => {
  afterEach(async () => {
    for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(resolve))
  })

  /** A mail server that keeps what it is given. */
  async function mailServer(options: SMTPServerOptions) {
    const received: Received[] = []
    const server = new SMTPServer({
      authOptional: true,
      closeTimeout: 10,
      ...options,
      onAuth(auth, _session, done) {
        done(null, { user: `${auth.username}/${auth.password}` })
      },
      onData(stream, session, done) {
        let mail = ''
        stream.setEncoding('utf8')
        stream.on('data', (part: string) => {
          mail += part
        })
        stream.on('end', () => {
          received.push({ mail, secure: session.secure, user: session.user })
          done()
        })
      },
    })
    // A client that turns its back on a certificate is no fault of the server.
    server.on('error', () => undefined)
    const port = await new Promise<number>((resolve) => {
      const listener = server.listen(0, '0.0.0.0', () => {
        const address = listener.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    open.push(server)
    return { received, port }
  }

  const send = (url: string) =>
    mailBy({ url: new Secret(url), from: 'Sallyport <no-reply@id.example.com>' })({
      to: 'owner@example.com',
      subject: 'Sallyport: your code',
      text: '482913 is your code.',
      id: 'msg_1',
    })

  /** With the certificate among the trusted ones, as NODE_EXTRA_CA_CERTS does for the program. */
  async function trusting<T>(work: () => Promise<T>): Promise<T> {
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, certificate.cert])
    try {
      return await work()
    } finally {
      tls.setDefaultCACertificates(before)
    }
  }

  test('a mail reaches a server on loopback without TLS, with name and password', async () => {
    const { received, port } = await mailServer({ hideSTARTTLS: true, allowInsecureAuth: true })
    await send(`smtp://us%40er:pass%2Fword@127.0.0.1:${port}`)
    assert.equal(received.length, 1)
    assert.equal(received[0]?.user, 'us@er/pass/word')
    const mail = received[0]?.mail ?? ''
    assert.match(mail, /^From: Sallyport <no-reply@id\.example\.com>\r$/m)
    assert.match(mail, /^To: owner@example\.com\r$/m)
    assert.match(mail, /^Message-ID: <msg_1@id\.example\.com>\r$/m)
    assert.match(mail, /^Auto-Submitted: auto-generated\r$/m)
    assert.match(mail, /^Content-Type: text\/plain; charset=utf-8\r$/m)
    assert.match(mail, /\r\n\r\n482913 is your code\./)
  })

  test('E7: loopback takes STARTTLS where it is offered, with any certificate', async () => {
    const { received, port } = await mailServer(certificate)
    await send(`smtp://localhost:${port}`)
    assert.deepEqual(
      received.map(({ secure }) => secure),
      [true],
    )
  })

  test('E7: no mail goes to another host without STARTTLS', async () => {
    const { received, port } = await mailServer({ hideSTARTTLS: true, allowInsecureAuth: true })
    await assert.rejects(send(`smtp://user:password@127.0.0.2:${port}`))
    assert.deepEqual(received, [])
  })

  test('E7: no mail goes to another host by STARTTLS with a certificate of its own making', async () => {
    const { received, port } = await mailServer(certificate)
    await assert.rejects(send(`smtp://127.0.0.2:${port}`), /self-signed/)
    assert.deepEqual(received, [])
  })

  test('E7: no mail goes by smtps to a certificate of its own making, on loopback either', async () => {
    const { received, port } = await mailServer({ ...certificate, secure: true })
    await assert.rejects(send(`smtps://127.0.0.1:${port}`), /self-signed/)
    await assert.rejects(send(`smtps://127.0.0.2:${port}`), /self-signed/)
    assert.deepEqual(received, [])
  })

  test('E7: a certificate that is trusted is enough, for smtps and STARTTLS', async () => {
    const direct = await mailServer({ ...certificate, secure: true })
    const upgraded = await mailServer(certificate)
    await trusting(async () => {
      await send(`smtps://127.0.0.2:${direct.port}`)
      await send(`smtp://127.0.0.2:${upgraded.port}`)
    })
    assert.deepEqual(
      [...direct.received, ...upgraded.received].map(({ secure }) => secure),
      [true, true],
    )
  })

  test('a mail server that is away is a fault with a code', async () => {
    const { port } = await mailServer({ hideSTARTTLS: true })
    for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(resolve))
    await assert.rejects(send(`smtp://127.0.0.1:${port}`), { code: 'ESOCKET' })
  })
})
