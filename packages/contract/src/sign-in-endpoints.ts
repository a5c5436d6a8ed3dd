/** The wire of creating an account, signing in with two steps, and signing out. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import {
  AccountName,
  CodeSent,
  Done,
  Email,
  exact,
  Instant,
  Level,
  nullable,
  Owes,
  Password,
  Role,
  SecondStepMethod,
  Token,
  TypedCode,
} from './fields.ts'

/** What every page needs before it knows who is there. */
export const Site = exact({
  name: Type.String(),
  registration: Type.Union([Type.Literal('first'), Type.Literal('open'), Type.Literal('closed')]),
  /** No account exists yet, so the set-up link from the terminal is the way in. */
  firstAccount: Type.Boolean(),
  /** Messages are kept in the outbox page because no gateway is configured for that kind. */
  outbox: exact({ mail: Type.Boolean(), sms: Type.Boolean() }),
  phone: Type.Boolean({ description: 'text messages can be sent' }),
  securityQuestions: Type.Boolean(),
  minimumPasswordLength: Type.Integer(),
  authenticatorOrigin: nullable(Type.String()),
})

export const SignedOut = exact({ state: Type.Literal('signed_out') })

/** A sign-in between its two steps. Never a session. */
export const SecondStep = exact({
  state: Type.Literal('second_step'),
  accountName: Type.String({ description: 'as it was typed' }),
  methods: Type.Array(SecondStepMethod),
  recoveryCodesLeft: Type.Integer(),
  /** For so many days a code of a virtual MFA device can make this browser a trusted one; 0 where it cannot. */
  trustBrowserDays: Type.Integer(),
  triesLeft: Type.Integer(),
  expiresAt: Instant,
})

export const SignedIn = exact({
  state: Type.Literal('signed_in'),
  accountId: Type.String(),
  signInName: Type.String(),
  level: Level,
  role: Role,
  owes: Owes,
  /** Until then the set-up of MFA may be put off, whether or not it was; null where none is required or it no longer may wait. */
  mfaGraceUntil: nullable(Instant),
})

export const SignInState = Type.Union([SignedOut, SecondStep, SignedIn])

/** What a link “It wasn’t me” speaks of, and what is left to do by it. */
export const NotMe = exact({
  ended: Type.Boolean(),
  signInName: Type.String(),
  minimumPasswordLength: Type.Integer(),
  browser: Type.String(),
  address: Type.String(),
  signedInAt: Instant,
})

export const signInEndpoints = defineEndpoints({
  'GET /api/site': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'What this server is called and offers',
    reply: Site,
    refusals: [],
  },
  'GET /api/sign-in': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'Where this browser stands: signed out, between the steps, or signed in',
    reply: SignInState,
    refusals: [],
  },
  'POST /api/register': {
    access: 'public',
    tag: 'Registration',
    summary: 'Begin a main account; a code goes to the address',
    body: exact({ email: Email, password: Password, setUpToken: Type.Optional(Token) }),
    reply: CodeSent,
    refusals: [
      'registration_closed',
      'set_up_token_wrong',
      'email_invalid',
      'password_too_short',
      'password_too_long',
      'password_common',
      'password_contains_context',
      'password_repetitive',
      'send_wait',
      'send_limit',
      'too_many_requests',
      'server_busy',
    ],
  },
  'POST /api/register/resend': {
    access: 'public',
    tag: 'Registration',
    summary: 'Send the registration code again; the earlier one stops working',
    reply: CodeSent,
    refusals: ['registration_expired', 'send_wait', 'send_limit', 'too_many_requests'],
  },
  'POST /api/register/verify': {
    access: 'public',
    tag: 'Registration',
    summary: 'Finish with the emailed code: the account is made and this browser is signed in',
    body: exact({ code: TypedCode }),
    reply: SignedIn,
    refusals: [
      'registration_expired',
      'registration_closed',
      'set_up_token_wrong',
      'code_malformed',
      'code_wrong',
      'code_expired',
      'attempt_dead',
      'email_taken',
      'too_many_requests',
    ],
  },
  'POST /api/sign-in': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'First step: account name and password',
    body: exact({ accountName: AccountName, password: Password }),
    reply: Type.Union([SecondStep, SignedIn]),
    refusals: ['sign_in_refused', 'network_refused', 'password_wait', 'too_many_requests', 'server_busy'],
  },
  'POST /api/sign-in/prove': {
    access: 'attempt',
    tag: 'Sign-in',
    summary: 'Second step: a code of a virtual MFA device, a recovery code or a bypass code',
    body: exact({
      method: SecondStepMethod,
      code: TypedCode,
      trustBrowser: Type.Optional(
        Type.Boolean({
          description: 'heeded with a code of a virtual MFA device, where the account allows it',
        }),
      ),
    }),
    reply: SignedIn,
    refusals: [
      'second_step_needed',
      'attempt_expired',
      'attempt_dead',
      'sign_in_refused',
      'network_refused',
      'too_many_tries',
      'code_malformed',
      'code_wrong',
      'code_spent',
      'recovery_code_malformed',
      'recovery_code_wrong',
      'method_unavailable',
      'too_many_requests',
      'server_busy',
    ],
  },
  'POST /api/sign-in/cancel': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'Give up the attempt of this browser',
    reply: Done,
    refusals: [],
  },
  'POST /api/sign-in/new-password': {
    access: 'owing',
    tag: 'Sign-in',
    summary: 'Choose a password of one’s own in place of a generated one; other sessions end',
    body: exact({ newPassword: Password }),
    reply: SignedIn,
    refusals: [
      'sign_in_needed',
      'password_too_short',
      'password_too_long',
      'password_common',
      'password_contains_context',
      'password_repetitive',
      'password_unchanged',
      'password_reused',
      'too_often',
      'server_busy',
      'method_unavailable',
    ],
  },
  'POST /api/invitation': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'Whose invitation a link is; opening it spends nothing',
    body: exact({ token: Token }),
    reply: exact({ signInName: Type.String(), minimumPasswordLength: Type.Integer(), expiresAt: Instant }),
    refusals: ['link_expired', 'too_many_requests'],
  },
  'POST /api/invitation/accept': {
    access: 'public',
    tag: 'Sign-in',
    summary:
      'Accept an invitation with a first password; its mailbox is verified and the user signed in, or asked for the second factor where one is bound',
    body: exact({ token: Token, newPassword: Password }),
    reply: Type.Union([SecondStep, SignedIn]),
    refusals: [
      'link_expired',
      'password_too_short',
      'password_too_long',
      'password_common',
      'password_contains_context',
      'password_repetitive',
      'password_reused',
      'too_often',
      'server_busy',
      'network_refused',
      'sign_in_refused',
      'too_many_requests',
    ],
  },
  'POST /api/not-me': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'Which sign-in a link “It wasn’t me” speaks of; opening it ends nothing',
    body: exact({ token: Token }),
    reply: NotMe,
    refusals: ['link_expired', 'too_many_requests'],
  },
  'POST /api/not-me/end-access': {
    access: 'public',
    tag: 'Sign-in',
    summary:
      'End every session and pending attempt, forget every browser, and make the password void; the link then sets a new one',
    body: exact({ token: Token }),
    reply: NotMe,
    refusals: ['link_expired', 'too_many_requests'],
  },
  'POST /api/not-me/new-password': {
    access: 'public',
    tag: 'Sign-in',
    summary: 'Set a new password after access was ended, by the old one beside it. Signs nobody in',
    body: exact({ token: Token, newPassword: Password, oldPassword: Password }),
    reply: Done,
    refusals: [
      'link_expired',
      'method_unavailable',
      'password_too_short',
      'password_too_long',
      'password_common',
      'password_contains_context',
      'password_repetitive',
      'password_unchanged',
      'password_reused',
      'password_wrong',
      'password_wait',
      'server_busy',
      'too_many_requests',
    ],
  },
  'POST /api/sign-out': {
    access: 'owing',
    tag: 'Sign-in',
    summary: 'End this session on the server and in the browser',
    reply: Done,
    refusals: ['sign_in_needed'],
  },
})
