/** The words of messages: plain text, what happened, when, and what to do if it was not you. */
import { toRfc3339 } from '../kernel/clock.ts'
import type { Message, MessageContent } from './content.ts'

export type Rendered = { readonly subject: string; readonly text: string }

export type Product = { readonly name: string; readonly origin: string }

const PURPOSES: Readonly<Record<string, string>> = {
  bind_mfa: 'set up virtual MFA',
  manage_mfa: 'change your virtual MFA devices',
  renew_recovery_codes: 'make new recovery codes',
  change_password: 'change your password',
  change_email: 'change your email address',
  set_phone: 'change your phone number',
  set_security_questions: 'change your security questions',
}

/**
 * Renders for the message's channel. A code stands as six digits without a space and is the first six-digit number of
 * the text, so that people and telephones find it (product.md, First start). Nothing that a stranger chose stands before it.
 */
export function render(message: Message, product: Product): Rendered {
  const { subject, body, kind } = wordsOf(message.content, product)
  if (message.channel === 'sms') return { subject: '', text: `${product.name}: ${body}` }
  const lines = [body, '', `When: ${toRfc3339(message.at).slice(0, 16).replace('T', ' ')} UTC`]
  if (kind === 'notice')
    lines.push(
      '',
      `If this was not you, sign in at ${product.origin}/security, change your password and end the other sessions.`,
    )
  else lines.push('', 'If you did not ask for this, ignore this message and tell nobody the code.')
  lines.push('', `${product.name}, ${product.origin}`)
  return { subject: `${product.name}: ${subject}`, text: lines.join('\n') }
}

type Words = { readonly subject: string; readonly body: string; readonly kind: 'code' | 'notice' }

function code(subject: string, digits: string, minutes: number, what: string): Words {
  return {
    subject,
    body: `${digits} is your code to ${what}. It works for ${minutes} minutes, once.`,
    kind: 'code',
  }
}

function notice(subject: string, body: string): Words {
  return { subject, body, kind: 'notice' }
}

function wordsOf(content: MessageContent, product: Product): Words {
  switch (content.template) {
    case 'registration_code':
      return code('your code', content.code, content.minutes, 'create your account')
    case 'registration_taken':
      return {
        subject: 'you have an account',
        body: `Somebody, perhaps you, tried to create an account with this address. It has one already: sign in at ${product.origin}/sign-in.`,
        kind: 'code',
      }
    case 'verification_code':
      return code(
        'your code',
        content.code,
        content.minutes,
        PURPOSES[content.purpose] ?? 'confirm that it is you',
      )
    case 'email_change_code':
      return code('your code', content.code, content.minutes, 'confirm this address for your account')
    case 'phone_code':
      return code('your code', content.code, content.minutes, 'confirm this phone number')
    case 'device_added':
      return notice(
        'virtual MFA device added',
        `The virtual MFA device "${content.deviceName}" was added to your account.`,
      )
    case 'device_removed':
      return notice(
        'virtual MFA device removed',
        content.last
          ? `The virtual MFA device "${content.deviceName}" was removed. It was the last one: signing in takes the password alone now, and your recovery codes are void.`
          : `The virtual MFA device "${content.deviceName}" was removed from your account.`,
      )
    case 'password_changed':
      return notice(
        'password changed',
        'The password of your account was changed. Every other session has ended.',
      )
    case 'recovery_code_used':
      return notice(
        'recovery code used',
        `A recovery code was used. ${content.left} left.${content.left <= 3 ? ' Make new ones on the security page.' : ''}`,
      )
    case 'recovery_codes_made':
      return notice(
        'new recovery codes',
        'New recovery codes were made for your account. The earlier ones no longer work.',
      )
    case 'new_sign_in':
      return notice(
        'new sign-in',
        `Your account was used to sign in from a new browser: ${content.browser}, address ${content.address}.`,
      )
    case 'email_changed':
      return notice(
        'email address changed',
        `The email address of your account was changed to ${content.newHint}.`,
      )
    case 'phone_changed':
      return notice('phone number changed', `The phone number of your account was set to ${content.hint}.`)
    case 'phone_removed':
      return notice('phone number removed', 'The phone number of your account was removed.')
    case 'security_questions_changed':
      return notice('security questions changed', 'The security questions of your account were changed.')
    case 'guesses':
      return notice(
        'wrong codes',
        `Somebody who is not on one of your known browsers typed ${content.lost} wrong codes for your account. A wrong code at sign-in means that they know your password: change it.`,
      )
    case 'mfa_reset':
      return notice(
        'MFA reset',
        'The operator of this server reset the MFA of your account. Your devices and recovery codes were removed.',
      )
  }
}
