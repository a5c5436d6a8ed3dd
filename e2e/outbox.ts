/** Reads what the server sent: from its local outbox, or from a real mail server that took the message. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { pause } from './server.ts'

export type Message = {
  readonly id: string
  readonly channel: 'mail' | 'sms'
  readonly to: string
  readonly text: string
}

export type Outbox = {
  /** Waits for the next message to an address that was not taken yet, oldest first. */
  readonly next: (to: string) => Promise<Message>
  /** Waits for the next message to an address that carries a code, and gives the code. */
  readonly nextCode: (to: string) => Promise<string>
  readonly all: () => Promise<readonly Message[]>
}

const LIMIT_MS = 15_000
const CODE = /(?<!\d)\d{6}(?!\d)/

/** The outbox page's own source. */
export function localOutbox(origin: string): Outbox {
  return reader(async () => {
    const answer = await fetch(`${origin}/api/outbox`)
    if (!answer.ok) throw new Error(`the outbox answered ${answer.status}`)
    return ((await answer.json()) as Message[]).reverse()
  })
}

export type MailSink = Outbox & {
  /** For `SALLYPORT_SMTP_URL`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** A real mail server on loopback that keeps what it is given. */
export async function mailSink(): Promise<MailSink> {
  const kept: Message[] = []
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = plainText(Buffer.concat(chunks).toString('utf8'))
        for (const { address } of session.envelope.rcptTo)
          kept.push({ id: `${kept.length}`, channel: 'mail', to: address, text })
        done()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const server = sink.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  return {
    ...reader(() => Promise.resolve(kept)),
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => sink.close(() => resolve())),
  }
}

export type SmsGateway = Outbox & {
  /** For `SALLYPORT_SMS_URL`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** A text message gateway on loopback in the manner of the common ones: a GET with number and text in the URL. */
export async function smsGateway(): Promise<SmsGateway> {
  const kept: Message[] = []
  const gateway = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://gateway')
    const to = searchParams.get('to') ?? ''
    kept.push({ id: `${kept.length}`, channel: 'sms', to, text: searchParams.get('text') ?? '' })
    response.end('queued')
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = gateway.address() as AddressInfo
  return {
    ...reader(() => Promise.resolve(kept)),
    url: `http://127.0.0.1:${port}/send?to={to}&text={text}`,
    close: () => new Promise((resolve) => gateway.close(() => resolve())),
  }
}

function reader(all: () => Promise<readonly Message[]>): Outbox {
  const taken = new Set<string>()
  async function next(to: string, wanted: (message: Message) => boolean): Promise<Message> {
    const deadline = Date.now() + LIMIT_MS
    for (;;) {
      const messages = await all()
      const found = messages.find((one) => one.to === to && !taken.has(one.id) && wanted(one))
      if (found) {
        taken.add(found.id)
        return found
      }
      if (Date.now() > deadline)
        throw new Error(
          `no message to ${to} among ${messages.map((one) => `${one.to}: ${one.text}`).join('\n')}`,
        )
      await pause(50)
    }
  }
  return {
    all,
    next: (to) => next(to, () => true),
    async nextCode(to) {
      const { text } = await next(to, (message) => CODE.test(message.text))
      return CODE.exec(text)?.[0] ?? ''
    },
  }
}

/** The plain text part of a mail, decoded from quoted-printable or base64. */
function plainText(raw: string): string {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const body = rest.join('\n\n')
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head)?.[1]
  if (boundary !== undefined) {
    const part = body.split(`--${boundary}`).find((one) => /content-type: text\/plain/i.test(one))
    return part === undefined ? '' : plainText(part.trimStart())
  }
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
