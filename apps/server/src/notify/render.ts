/** The words of messages: plain text, what happened, when, and what to do if it was not you. */
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
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

/** Why a sign-in was not as usual, by its name in the trail. */
const REASONS: Readonly<Record<string, string>> = {
  first_sign_in: 'no usual sign-in is known yet',
  new_browser: 'a new browser',
  new_network: 'a new network',
  new_country: 'a new country',
  impossible_speed: 'too far from the last place for the time between',
  long_absence: 'the first sign-in in a long time',
  not_judged: 'the place could not be looked up',
}

/**
 * Renders for the message's channel. A code stands as six digits without a space and is the first six-digit number of
 * the text, so that people and telephones find it. What people named themselves stands below the link: the first URL of
 * a mail is always this server's (product.md, First start).
 */
export function render(message: Message, product: Product): Rendered {
  const { subject, body, advice, facts } = wordsOf(message.content, product)
  if (message.channel === 'sms') {
    const told = facts.map(([label, value]) => `${label}: ${value}.`)
    const name = advice === IGNORE ? `(${product.name})` : `${product.name}, ${product.origin}`
    return { subject: '', text: [body, ...told, name].join(' ') }
  }
  const lines = [body, '', ...advice(product), '']
  for (const [label, value] of [...facts, ['When', whenOf(message.at)]]) lines.push(`${label}: ${value}`)
  lines.push('', product.name, product.origin)
  return { subject: `${product.name}: ${subject}`, text: lines.join('\n') }
}

function whenOf(at: Instant): string {
  return `${toRfc3339(at).slice(0, 16).replace('T', ' ')} UTC`
}

type Words = {
  readonly subject: string
  readonly body: string
  /** What to do if it was not you. */
  readonly advice: (product: Product) => readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
}

const IGNORE: Words['advice'] = () => [
  'If you did not ask for this, ignore this message and tell nobody the code.',
]
const LOOK: Words['advice'] = ({ origin }) => [
  'If this was not you, sign in, change your password and end the other sessions:',
  `${origin}/security`,
]
/** For a mailbox that the account has left: it can neither sign in nor have a code sent. */
const FORMER: Words['advice'] = ({ origin }) => [
  'If this was you, there is nothing to do. If it was not, tell the operator of this server at once, and name the account below: this address can no longer sign in or get codes. The server:',
  `${origin}/sign-in`,
]
const SIGN_IN: Words['advice'] = ({ origin }) => ['To sign in:', `${origin}/sign-in`]

function code(digits: string, minutes: number, what: string): Words {
  const body = `${digits} is your code to ${what}. It works for ${minutes} minutes, once.`
  return { subject: 'your code', body, advice: IGNORE, facts: [] }
}

function notice(subject: string, body: string, facts: Words['facts'] = []): Words {
  return { subject, body, advice: LOOK, facts }
}

function newSignIn({
  browser,
  address,
  country,
  reasons,
  link,
}: Extract<MessageContent, { template: 'new_sign_in' }>): Words {
  const why = reasons.map((reason) => REASONS[reason] ?? reason).join('; ')
  const facts: readonly Words['facts'][number][] = [
    ['Browser', browser],
    ['Address', address],
    ...(country === undefined ? [] : [['Country', country] as const]),
    ...(why === '' ? [] : [['Not as usual', why] as const]),
  ]
  const advice: Words['advice'] =
    link === undefined
      ? LOOK
      : () => [
          "It wasn't me: if this was not you, open this link, end access and choose a new password. It works for 7 days:",
          link,
        ]
  return { subject: 'new sign-in', body: 'Your account was used to sign in.', advice, facts }
}

function wordsOf(content: MessageContent, product: Product): Words {
  switch (content.template) {
    case 'registration_code':
      return code(content.code, content.minutes, 'create your account')
    case 'registration_taken':
      return {
        subject: 'you have an account',
        body: 'Somebody, perhaps you, tried to create an account with this address. It has one already.',
        advice: SIGN_IN,
        facts: [],
      }
    case 'verification_code':
      return code(content.code, content.minutes, PURPOSES[content.purpose] ?? 'confirm that it is you')
    case 'email_change_code':
      return code(content.code, content.minutes, 'confirm this address for your account')
    case 'phone_code':
      return code(content.code, content.minutes, 'confirm this phone number')
    case 'device_added':
      return notice('virtual MFA device added', 'A virtual MFA device was added to your account.', [
        ['Device', content.deviceName],
      ])
    case 'device_removed':
      return notice(
        'virtual MFA device removed',
        content.last
          ? 'A virtual MFA device was removed from your account. It was the last one: signing in takes the password alone now, and your recovery codes are void.'
          : 'A virtual MFA device was removed from your account.',
        [['Device', content.deviceName]],
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
    case 'recovery_codes_removed':
      return {
        subject: 'recovery codes removed',
        body: 'Recovery codes were switched off for the users of your account. Those that you had were removed and no longer work. If you lose your device, ask an administrator of your account.',
        advice: SIGN_IN,
        facts: [],
      }
    case 'new_sign_in':
      return newSignIn(content)
    case 'access_ended':
      return {
        subject: 'access ended',
        body: 'Access to your account was ended by the link of a mail about a sign-in. Every session has ended, and the password no longer works: choose a new one by the same link.',
        advice: SIGN_IN,
        facts: [],
      }
    case 'email_changed':
      return notice('email address changed', 'The email address of your account was changed.', [
        ['New address', content.newHint],
      ])
    case 'email_changed_away':
      return {
        subject: 'email address changed',
        body: 'The email address of your account was changed. It no longer goes by this one, which hears of it for the last time.',
        advice: FORMER,
        facts: [
          ['New address', content.newHint],
          ['Account', content.accountId],
        ],
      }
    case 'phone_changed':
      return notice('phone number changed', 'The phone number of your account was set.', [
        ['New number', content.hint],
      ])
    case 'phone_removed':
      return notice('phone number removed', 'The phone number of your account was removed.')
    case 'security_questions_changed':
      return notice(
        `security questions ${content.change}`,
        `The security questions of your account were ${content.change}.`,
      )
    case 'guesses':
      return notice(
        'wrong codes',
        `Somebody typed ${content.lost} wrong codes for your account from browsers that are not known to it. A wrong code at sign-in means that they know your password: change it.`,
      )
    case 'invitation':
      return {
        subject: 'choose your password',
        body: `You can sign in to ${product.name}. Choose a password first; the link works once, within ${content.minutes / 60} hours:`,
        advice: () => [
          content.link,
          '',
          'If you do not know what this is about, ignore this message and give nobody the link.',
        ],
        facts: [['Your account name', content.signInName]],
      }
    case 'mfa_reset':
      return notice(
        'MFA reset',
        `The operator of ${product.name} reset the MFA of your account. Your devices and recovery codes were removed.`,
      )
    case 'mfa_reset_by_administrator':
      return notice(
        'MFA reset',
        'An administrator of your account reset your MFA. Your devices and recovery codes were removed and your sessions have ended; you set MFA up anew when you next sign in.',
      )
    case 'bypass_code_made':
      return notice(
        'bypass code made',
        'An administrator of your account made a bypass code for you. Beside your password it opens the set-up of MFA once.',
      )
    case 'idle_soon':
      return {
        subject: 'sign in, or be suspended',
        body: `You have not signed in for long. Your account suspends your user on ${whenOf(content.until)} unless you sign in before.`,
        advice: SIGN_IN,
        facts: [],
      }
    case 'set_up_mfa_reminder':
      return {
        subject: 'set up MFA',
        body:
          content.until === undefined
            ? 'Your account requires MFA. You set it up when you next sign in.'
            : `Your account requires MFA from ${whenOf(content.until)} on. Sign in and set it up.`,
        advice: SIGN_IN,
        facts: [],
      }
  }
}
