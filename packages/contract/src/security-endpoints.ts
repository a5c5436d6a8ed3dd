/** The wire of the account security page: overview, identity verification, password, addresses, questions, activity. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import {
  CodeSent,
  Done,
  Email,
  exact,
  Instant,
  Level,
  nullable,
  Password,
  Purpose,
  TypedCode,
  VerificationMethod,
} from './fields.ts'
import { VirtualMfaDevice } from './mfa-endpoints.ts'
import { Session, TrustedBrowsers } from './session-endpoints.ts'

export const ActivityEvent = exact({
  seq: Type.Integer(),
  at: Instant,
  action: Type.String({ description: 'such as sign_in.succeeded; the list is in the reference' }),
  outcome: Type.Union([Type.Literal('succeeded'), Type.Literal('refused')]),
  reason: nullable(Type.String()),
  factors: Type.Array(Type.String(), { description: 'factor classes that were proven' }),
  actor: Type.String(),
  address: nullable(Type.String()),
  browser: nullable(Type.String({ description: 'such as Firefox on Linux' })),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
})

export const SecurityOverview = exact({
  accountId: Type.String(),
  signInName: Type.String(),
  level: Level,
  highestLevel: Level,
  /** Until then sensitive acts ask for no further proof; null when they ask. */
  freshUntil: nullable(Instant),
  password: exact({ changedAt: Instant }),
  /** `available` is what the server has; `allowed` is what the account's settings let it prove. */
  email: exact({ allowed: Type.Boolean(), address: nullable(Type.String()), verified: Type.Boolean() }),
  phone: exact({
    available: Type.Boolean(),
    allowed: Type.Boolean(),
    hint: nullable(Type.String()),
    verifiedAt: nullable(Instant),
  }),
  securityQuestions: exact({
    available: Type.Boolean(),
    allowed: Type.Boolean(),
    setAt: nullable(Instant),
    off: Type.Boolean(),
  }),
  virtualMfa: exact({ devices: Type.Array(VirtualMfaDevice) }),
  recoveryCodes: exact({ allowed: Type.Boolean(), left: Type.Integer(), madeAt: nullable(Instant) }),
  trustedBrowsers: TrustedBrowsers,
  sessions: Type.Array(Session),
  lastActivity: nullable(ActivityEvent),
})

export const VerificationChoice = exact({
  method: VerificationMethod,
  hint: nullable(Type.String({ description: 'masked address, or null' })),
  /** For security questions: the catalogue ids in the order to ask. */
  questions: Type.Array(Type.String()),
  codesLeft: nullable(Type.Integer()),
})

export const VerificationStatus = exact({
  purpose: Purpose,
  /** False while nothing more need be proven for this purpose. */
  needed: Type.Boolean(),
  verifiedUntil: nullable(Instant),
  methods: Type.Array(VerificationChoice),
  codeSent: nullable(
    exact({
      method: VerificationMethod,
      hint: Type.String(),
      resendInSeconds: Type.Integer(),
      expiresAt: Instant,
    }),
  ),
})

const purposeParams = exact({ purpose: Purpose })
const needsProof = ['sign_in_needed', 'step_up_needed'] as const
const passwordRules = [
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_contains_context',
  'password_repetitive',
] as const
const codeRules = [
  'code_malformed',
  'code_wrong',
  'code_expired',
  'code_not_sent',
  'too_many_tries',
  'attempt_dead',
] as const
/** Whoever owes the set-up of MFA proves who it is for that alone. */
const owed = ['new_password_required', 'mfa_setup_required'] as const
const sendRules = ['send_wait', 'send_limit', 'too_many_requests'] as const

export const securityEndpoints = defineEndpoints({
  'GET /api/security': {
    access: 'session',
    tag: 'Account security',
    summary: 'Everything that the account security page states',
    reply: SecurityOverview,
    refusals: ['sign_in_needed'],
  },
  'GET /api/verification/:purpose': {
    access: 'owing',
    tag: 'Identity verification',
    summary: 'Whether proof is needed for a purpose, and the ways to give it',
    params: purposeParams,
    reply: VerificationStatus,
    refusals: ['sign_in_needed', ...owed],
  },
  'POST /api/verification/:purpose/send': {
    access: 'owing',
    tag: 'Identity verification',
    summary: 'Send a code by email or phone; an earlier one stops working',
    params: purposeParams,
    body: exact({ method: Type.Union([Type.Literal('email'), Type.Literal('phone')]) }),
    reply: CodeSent,
    refusals: ['sign_in_needed', ...owed, 'method_unavailable', ...sendRules],
  },
  'POST /api/verification/:purpose/prove': {
    access: 'owing',
    tag: 'Identity verification',
    summary: 'Prove identity for one purpose',
    params: purposeParams,
    body: Type.Union([
      exact({
        method: Type.Union([
          Type.Literal('email'),
          Type.Literal('phone'),
          Type.Literal('virtual_mfa'),
          Type.Literal('recovery_code'),
        ]),
        code: TypedCode,
      }),
      exact({
        method: Type.Literal('security_questions'),
        answers: Type.Array(Type.String({ minLength: 1, maxLength: 256 }), { minItems: 3, maxItems: 3 }),
      }),
    ]),
    reply: VerificationStatus,
    refusals: [
      'sign_in_needed',
      ...owed,
      'method_unavailable',
      ...codeRules,
      'code_spent',
      'recovery_code_malformed',
      'recovery_code_wrong',
      'answers_wrong',
      'questions_off',
      'too_many_requests',
      'server_busy',
    ],
  },
  'POST /api/password': {
    access: 'session',
    tag: 'Account security',
    summary: 'Change the password; every other session ends',
    body: exact({ currentPassword: Password, newPassword: Password }),
    reply: Done,
    refusals: [
      ...needsProof,
      ...passwordRules,
      'password_unchanged',
      'password_reused',
      'password_wrong',
      'password_wait',
      'too_many_requests',
      'server_busy',
    ],
  },
  'POST /api/email': {
    access: 'session',
    tag: 'Account security',
    summary: 'Begin a change of the email address; a code goes to the new one',
    body: exact({ email: Email }),
    reply: CodeSent,
    refusals: [...needsProof, 'email_invalid', 'email_unchanged', ...sendRules],
  },
  'POST /api/email/verify': {
    access: 'session',
    tag: 'Account security',
    summary: 'Finish the change of the email address with the code',
    body: exact({ code: TypedCode }),
    reply: Done,
    refusals: [...needsProof, ...codeRules, 'email_taken'],
  },
  'POST /api/phone': {
    access: 'session',
    tag: 'Account security',
    summary: 'Begin to add or change the phone number; a code goes to it',
    body: exact({ phoneNumber: Type.String({ minLength: 1, maxLength: 64 }) }),
    reply: CodeSent,
    refusals: [...needsProof, 'phone_invalid', 'phone_unavailable', ...sendRules],
  },
  'POST /api/phone/verify': {
    access: 'session',
    tag: 'Account security',
    summary: 'Finish with the code that came by text message',
    body: exact({ code: TypedCode }),
    reply: Done,
    refusals: [...needsProof, ...codeRules],
  },
  'DELETE /api/phone': {
    access: 'session',
    tag: 'Account security',
    summary: 'Remove the phone number',
    reply: Done,
    refusals: [...needsProof, 'phone_missing'],
  },
  'GET /api/security-questions/catalogue': {
    access: 'session',
    tag: 'Account security',
    summary: 'The questions to choose from, by id',
    reply: Type.Array(exact({ id: Type.String(), english: Type.String() })),
    refusals: ['sign_in_needed'],
  },
  'PUT /api/security-questions': {
    access: 'session',
    tag: 'Account security',
    summary: 'Set or replace the three security questions',
    body: exact({
      questions: Type.Array(
        exact({
          id: Type.String({ minLength: 1, maxLength: 64 }),
          answer: Type.String({ minLength: 1, maxLength: 256 }),
        }),
        { minItems: 3, maxItems: 3 },
      ),
    }),
    reply: Done,
    refusals: [
      ...needsProof,
      'method_unavailable',
      'questions_not_distinct',
      'answer_too_short',
      'answer_guessable',
      'answers_not_distinct',
      'password_wait',
      'server_busy',
    ],
  },
  'DELETE /api/security-questions': {
    access: 'session',
    tag: 'Account security',
    summary: 'Remove the security questions',
    reply: Done,
    refusals: [...needsProof],
  },
  'GET /api/activity': {
    access: 'session',
    tag: 'Account security',
    summary: 'The security events of this principal, newest first',
    query: exact({
      before: Type.Optional(
        Type.String({ pattern: '^[0-9]{1,15}$', description: 'seq; events older than it' }),
      ),
    }),
    reply: exact({ events: Type.Array(ActivityEvent), more: Type.Boolean() }),
    refusals: ['sign_in_needed'],
  },
})
