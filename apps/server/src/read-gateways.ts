/** The gateways for mail and text messages, as their variables describe them. */
import { Secret } from './kernel/secret.ts'
import type { MailGateway, SmsGateway } from './notify/gateways.ts'
import { ConfigurationError, isLoopback, oneOf, type Values } from './read-values.ts'

export function readMail(values: Values): MailGateway | undefined {
  const { SALLYPORT_SMTP_URL: text, SALLYPORT_MAIL_FROM: from } = values
  if (text === undefined) {
    if (from !== undefined) throw new ConfigurationError('SALLYPORT_MAIL_FROM needs SALLYPORT_SMTP_URL')
    return undefined
  }
  const url = URL.parse(text)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new ConfigurationError('SALLYPORT_SMTP_URL must be smtp://user:password@host:port or smtps://...')
  }
  if (from === undefined || !from.includes('@'))
    throw new ConfigurationError(
      'SALLYPORT_MAIL_FROM must be the sender of mails, such as Sallyport <account@example.com>',
    )
  return { url: new Secret(text), from }
}

export function readSms(values: Values): SmsGateway | undefined {
  const {
    SALLYPORT_SMS_URL: url,
    SALLYPORT_SMS_METHOD: method,
    SALLYPORT_SMS_HEADERS: headers,
    SALLYPORT_SMS_BODY: body,
  } = values
  if (url === undefined) {
    if (method ?? headers ?? body)
      throw new ConfigurationError('SALLYPORT_SMS_METHOD, _HEADERS and _BODY need SALLYPORT_SMS_URL')
    return undefined
  }
  const parsed = URL.parse(url.replaceAll('{to}', '1').replaceAll('{text}', '1'))
  if (
    parsed === null ||
    (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isLoopback(parsed)))
  ) {
    throw new ConfigurationError(
      'SALLYPORT_SMS_URL must be https:// with {to} and {text} in it or in SALLYPORT_SMS_BODY',
    )
  }
  const template = `${url} ${body ?? ''}`
  if (!template.includes('{to}') || !template.includes('{text}'))
    throw new ConfigurationError('SALLYPORT_SMS_URL or SALLYPORT_SMS_BODY must hold {to} and {text}')
  return {
    url: new Secret(url),
    method: oneOf('SALLYPORT_SMS_METHOD', method ?? (body === undefined ? 'GET' : 'POST'), [
      'GET',
      'POST',
      'PUT',
    ]),
    headers: new Secret(readHeaders(headers)),
    body: body === undefined ? undefined : new Secret(body),
  }
}

function readHeaders(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      !Array.isArray(parsed) &&
      Object.values(parsed).every((value) => typeof value === 'string')
    ) {
      return parsed as Record<string, string>
    }
  } catch {
    // Told below, in the same words.
  }
  throw new ConfigurationError(
    'SALLYPORT_SMS_HEADERS must be a JSON object of texts, such as {"Authorization":"Bearer ..."}',
  )
}
