/** The gateways that carry messages away: SMTP by nodemailer, SMS by an HTTP template. */
import type { Secret } from '../kernel/secret.ts'

export type MailGateway = { readonly url: Secret<string>; readonly from: string }

export type SmsGateway = {
  readonly url: Secret<string>
  readonly method: string
  readonly headers: Secret<Readonly<Record<string, string>>>
  readonly body: Secret<string> | undefined
}

export type SendMail = (mail: { to: string; subject: string; text: string; id: string }) => Promise<void>
export type SendSms = (sms: { to: string; text: string; id: string }) => Promise<void>

const TIMEOUT_MS = 15_000
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/**
 * What nodemailer is told: `smtps://` checks the certificate, `smtp://` needs STARTTLS with a valid certificate, except to
 * a loopback host, where the wire does not leave the machine (security.md 1E, E7).
 */
export function mailTransport(url: URL): Readonly<Record<string, unknown>> {
  const loopback = LOOPBACK.has(url.hostname)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !loopback,
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    tls: { rejectUnauthorized: secure || !loopback, minVersion: 'TLSv1.2' },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Sends mail through the configured server; nodemailer is loaded with the first mail. The id names a repeated mail as the same. */
export function mailBy(gateway: MailGateway): SendMail {
  return async ({ to, subject, text, id }) => {
    const { createTransport } = await import('nodemailer')
    const transport = createTransport(mailTransport(new URL(gateway.url.open())))
    try {
      await transport.sendMail({
        from: gateway.from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${/@([^\s>]+)/.exec(gateway.from)?.[1] ?? 'localhost'}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } finally {
      transport.close()
    }
  }
}

/**
 * Sends a text message: `{to}` and `{text}` are percent-encoded in the URL, escaped for JSON in a JSON body and
 * percent-encoded in any other. A body is JSON where its headers say so or it begins as JSON does. Certificates are
 * checked, redirects refused.
 *
 * Throws when the gateway does not answer 2xx.
 */
export function smsBy(gateway: SmsGateway): SendSms {
  return async ({ to, text, id }) => {
    const fill = (template: string, encode: (value: string) => string) =>
      template.replaceAll(/\{(to|text)\}/g, (_, name: string) => encode(name === 'to' ? to : text))
    const headers = new Headers({ 'idempotency-key': id })
    for (const [name, value] of Object.entries(gateway.headers.open())) headers.set(name, value)
    const body = gateway.body?.open()
    const isJson = /^\s*[{[]/.test(body ?? '') || headers.get('content-type')?.includes('json') === true
    if (body !== undefined && !headers.has('content-type'))
      headers.set('content-type', isJson ? 'application/json' : 'application/x-www-form-urlencoded')
    const answer = await fetch(fill(gateway.url.open(), encodeURIComponent), {
      method: gateway.method,
      headers,
      ...(body === undefined ? {} : { body: fill(body, isJson ? escapeJson : encodeURIComponent) }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`)
  }
}

function escapeJson(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}
