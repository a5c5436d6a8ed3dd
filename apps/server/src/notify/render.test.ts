/** The words of messages: what people and telephones rely on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { heldClock } from '../testing/held-clock.ts'
import type { Channel, MessageContent } from './content.ts'
import { render } from './render.ts'

const product = { name: 'Sallyport', origin: 'https://id.example.com' }
const at = heldClock().now()

const codes = (code: string): readonly MessageContent[] => [
  { template: 'registration_code', code, minutes: 10 },
  { template: 'verification_code', code, minutes: 10, purpose: 'bind_mfa' },
  { template: 'verification_code', code, minutes: 5, purpose: 'unheard_of' },
  { template: 'email_change_code', code, minutes: 10 },
  { template: 'phone_code', code, minutes: 5 },
]

const notices = (chosen: string): readonly MessageContent[] => [
  { template: 'registration_taken' },
  { template: 'device_added', deviceName: chosen },
  { template: 'device_removed', deviceName: chosen, last: false },
  { template: 'device_removed', deviceName: chosen, last: true },
  { template: 'password_changed' },
  { template: 'recovery_code_used', left: 2 },
  { template: 'recovery_codes_made' },
  { template: 'recovery_codes_removed' },
  {
    template: 'new_sign_in',
    browser: chosen,
    address: '192.0.2.7',
    country: chosen,
    reasons: ['new_browser', chosen],
    link: `${product.origin}/not-me#token=abc`,
  },
  {
    template: 'new_sign_in',
    browser: chosen,
    address: '192.0.2.7',
    country: undefined,
    reasons: [],
    link: undefined,
  },
  { template: 'access_ended' },
  { template: 'email_changed', newHint: chosen },
  { template: 'email_changed_away', newHint: chosen, accountId: '1000000000000001' },
  { template: 'phone_changed', hint: chosen },
  { template: 'phone_removed' },
  { template: 'security_questions_changed', change: 'set' },
  { template: 'guesses', lost: 3 },
  { template: 'mfa_reset' },
  { template: 'mfa_reset_by_administrator' },
  { template: 'bypass_code_made' },
]

const address = (channel: Channel) => (channel === 'mail' ? 'owner@example.com' : '+4915100000000')

test('a code is the first six-digit number of mail and SMS, in one piece, whatever the product is called', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{6}$/),
      fc.oneof(fc.constant('Gate 123456'), fc.string()),
      fc.constantFrom<Channel>('mail', 'sms'),
      (code, name, channel) => {
        for (const content of codes(code)) {
          const { text } = render(
            { channel, address: address(channel), content, at },
            { name, origin: 'http://localhost:8080' },
          )
          assert.equal(/\d{6}/.exec(text)?.[0], code)
        }
      },
    ),
  )
})

test('no code stands in a subject, which a locked telephone shows', () => {
  for (const content of codes('482913')) {
    const { subject } = render({ channel: 'mail', address: address('mail'), content, at }, product)
    assert.doesNotMatch(subject, /482913/)
  }
})

test('the first URL of a mail is the product’s own, whatever a device is called', () => {
  for (const content of notices('https://evil.example/confirm')) {
    const { text } = render({ channel: 'mail', address: address('mail'), content, at }, product)
    const first = /https?:\/\/\S+/.exec(text)?.[0]
    assert.ok(
      first === 'https://id.example.com/security' ||
        first === 'https://id.example.com/sign-in' ||
        first === 'https://id.example.com/not-me#token=abc',
      `${content.template}: ${first}`,
    )
  }
})

test('the first URL of an invitation is its link, whatever the user is called', () => {
  const link = 'https://id.example.com/invitation#token=abc'
  const signInName = 'https://evil.example@acme'
  const content = { template: 'invitation', signInName, link, minutes: 1440 } as const
  const { subject, text } = render({ channel: 'mail', address: address('mail'), content, at }, product)
  assert.equal(subject, 'Sallyport: choose your password')
  assert.equal(/https?:\/\/\S+/.exec(text)?.[0], link)
  assert.match(text, /within 24 hours/)
})

test('a mail says what happened, when, and what to do if it was not you', () => {
  const content = { template: 'device_added', deviceName: 'Grey phone' } as const
  const { subject, text } = render({ channel: 'mail', address: address('mail'), content, at }, product)
  assert.equal(subject, 'Sallyport: virtual MFA device added')
  assert.equal(
    text,
    [
      'A virtual MFA device was added to your account.',
      '',
      'If this was not you, sign in, change your password and end the other sessions:',
      'https://id.example.com/security',
      '',
      'Device: Grey phone',
      'When: 2026-11-24 12:00 UTC',
      '',
      'Sallyport',
      'https://id.example.com',
    ].join('\n'),
  )
})

test('a mail about recovery codes that were removed says by whom one is helped, and blames nobody', () => {
  const content = { template: 'recovery_codes_removed' } as const
  const { subject, text } = render({ channel: 'mail', address: address('mail'), content, at }, product)
  assert.equal(subject, 'Sallyport: recovery codes removed')
  assert.match(text, /removed and no longer work\. If you lose your device, ask an administrator/)
  assert.doesNotMatch(text, /If this was not you/)
})

test('an SMS is one short line', () => {
  for (const content of [...codes('482913'), ...notices('Grey phone')]) {
    const { subject, text } = render({ channel: 'sms', address: address('sms'), content, at }, product)
    assert.equal(subject, '')
    assert.doesNotMatch(text, /\n/)
    assert.ok(text.length <= 306, `${content.template} has ${text.length} characters`)
  }
})
