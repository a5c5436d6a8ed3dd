/** Looks at the gateways for `sallyport doctor`: the mail server is greeted, the text message gateway is reached. */
import { connect } from 'node:net'
import type { Configuration } from '../configuration.ts'
import { mailTransport } from '../notify/gateways.ts'
import { advice, type Finding, good, wrong } from './finding.ts'
import { sentenceOf } from './with-world.ts'

const TIMEOUT_MS = 5000

/** Connects, greets, upgrades to TLS and signs in as for a real mail, and sends none. */
export async function checkMail({ mail }: Configuration): Promise<Finding> {
  if (mail === undefined)
    return advice(
      'mail',
      'no gateway: messages stand on the page /outbox',
      'set SALLYPORT_SMTP_URL before others sign up',
    )
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    ...mailTransport(new URL(mail.url.open())),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  try {
    await transport.verify()
    return good('mail', 'the mail server answers and takes our name and password')
  } catch (fault) {
    return wrong('mail', sentenceOf(fault), 'look at SALLYPORT_SMTP_URL, the network and the certificate')
  } finally {
    transport.close()
  }
}

/** A text message costs money, so none is sent: the gateway's host is reached, no more. */
export async function checkSms({ sms }: Configuration): Promise<Finding> {
  if (sms === undefined)
    return advice('text messages', 'no gateway', 'set SALLYPORT_SMS_URL to offer verification by phone')
  const url = new URL(sms.url.open().replaceAll('{to}', '1').replaceAll('{text}', '1'))
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const fault = await reach(url.hostname.replace(/^\[|\]$/g, ''), port)
  return fault === undefined
    ? good('text messages', 'the template is complete and the gateway can be reached')
    : wrong(
        'text messages',
        `${url.host} cannot be reached: ${fault}`,
        'look at SALLYPORT_SMS_URL and the network',
      )
}

function reach(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS })
    const end = (fault: string | undefined): void => {
      socket.destroy()
      resolve(fault)
    }
    socket.once('connect', () => end(undefined))
    socket.once('timeout', () => end('no answer'))
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
  })
}
