/** The wire of RAM users: listing, creating, changing, helping them. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { Done, Email, exact, Id, Instant, nullable, Role } from './fields.ts'
import { VirtualMfaDevice } from './mfa-endpoints.ts'
import { Session } from './session-endpoints.ts'

export const UserState = Type.Union([
  Type.Literal('active'),
  Type.Literal('suspended'),
  /** In the bin, from which it can be restored. */
  Type.Literal('removed'),
])

const UserName = Type.String({ minLength: 1, maxLength: 64 })
const DisplayName = Type.String({ maxLength: 128 })
const Comment = Type.String({ maxLength: 128 })
const PhoneNumber = Type.String({ maxLength: 32 })

const ramUser = {
  id: Id,
  name: Type.String(),
  /** `name@alias`, or `name@accountId` where the account has no alias. */
  signInName: Type.String(),
  displayName: Type.String(),
  comment: Type.String(),
  email: nullable(exact({ address: Type.String(), verified: Type.Boolean() })),
  phone: nullable(exact({ number: Type.String(), verified: Type.Boolean() })),
  state: UserState,
  role: Role,
  mfaBindRequired: Type.Boolean(),
  /** Whether policy or mark obliges this user to have MFA, and whether it does. */
  mfaObliged: Type.Boolean(),
  /** Whether something is on file by which this user may verify its identity, so that it can set MFA up. */
  canVerify: Type.Boolean(),
  devices: Type.Integer(),
  password: Type.Union([
    Type.Literal('none'),
    Type.Literal('invited'),
    Type.Literal('must_change'),
    Type.Literal('own'),
  ]),
  /** Whether the next sign-in leads to the choice of a new password: always after one that was generated. */
  passwordResetRequired: Type.Boolean(),
  graceUntil: nullable(Instant),
  lastSignInAt: nullable(Instant),
  createdAt: Instant,
}

export const RamUser = exact(ramUser)

/** With what is looked up for one user at a time. */
export const RamUserPage = exact({
  ...ramUser,
  mfaDevices: Type.Array(VirtualMfaDevice),
  recoveryCodesLeft: Type.Integer(),
  passwordChangedAt: nullable(Instant),
  /** Browsers in which this user’s password alone signs in. */
  trustedBrowsers: Type.Integer(),
})

export const FirstPassword = Type.Union([Type.Literal('invitation'), Type.Literal('generated')])

const idParams = exact({ id: Id })
const guarded = ['sign_in_needed', 'permission_denied', 'step_up_needed'] as const
const onUser = [...guarded, 'user_not_found', 'rank_too_low'] as const

export const ramEndpoints = defineEndpoints({
  'GET /api/ram/users': {
    access: 'session',
    permission: 'users.read',
    tag: 'RAM users',
    summary: 'Users of the account in order of name, a page at a time',
    query: exact({
      search: Type.Optional(
        Type.String({ maxLength: 64, description: 'beginning of the name or the email' }),
      ),
      state: Type.Optional(UserState),
      mfa: Type.Optional(Type.Union([Type.Literal('with'), Type.Literal('without')])),
      group: Type.Optional(Type.String({ maxLength: 64, description: 'a group’s id' })),
      after: Type.Optional(
        Type.String({
          maxLength: 64,
          description: '`next` of the page before; a page may be short, or empty, and yet have a next one',
        }),
      ),
    }),
    reply: exact({ users: Type.Array(RamUser), next: nullable(Type.String()) }),
    refusals: ['sign_in_needed', 'permission_denied'],
  },
  'POST /api/ram/users': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'Create a user with an invitation by mail or a generated password, which is shown this once',
    body: exact({
      name: UserName,
      displayName: Type.Optional(DisplayName),
      comment: Type.Optional(Comment),
      email: Type.Optional(Email),
      phone: Type.Optional(PhoneNumber),
      firstPassword: FirstPassword,
      mfaBindRequired: Type.Boolean(),
    }),
    reply: exact({ user: RamUser, generatedPassword: nullable(Type.String()) }),
    refusals: [
      ...guarded,
      'too_often',
      'user_name_invalid',
      'user_name_taken',
      'email_invalid',
      'phone_invalid',
      'user_email_missing',
      'user_limit',
      'server_busy',
    ],
  },
  'GET /api/ram/users/:id': {
    access: 'session',
    permission: 'users.read',
    tag: 'RAM users',
    summary: 'One user',
    params: idParams,
    reply: RamUserPage,
    refusals: ['sign_in_needed', 'permission_denied', 'user_not_found'],
  },
  'GET /api/ram/users/:id/sessions': {
    access: 'session',
    permission: 'users.read',
    tag: 'RAM users',
    summary: 'Where a user is signed in, the last seen first',
    params: idParams,
    reply: Type.Array(Session),
    refusals: ['sign_in_needed', 'permission_denied', 'user_not_found'],
  },
  'DELETE /api/ram/users/:id/sessions/:sessionId': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'End one session of a user',
    params: exact({ id: Id, sessionId: Id }),
    reply: Done,
    refusals: [...onUser, 'session_not_found'],
  },
  'DELETE /api/ram/users/:id/sessions': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'Sign a user out everywhere: sessions and pending sign-ins end, no browser is trusted any more',
    params: idParams,
    reply: exact({ ended: Type.Integer() }),
    refusals: onUser,
  },
  'PATCH /api/ram/users/:id': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary:
      'Change a user’s profile or marks (MFA to be bound, password to be replaced); a changed address is unverified',
    params: idParams,
    body: exact({
      displayName: Type.Optional(DisplayName),
      comment: Type.Optional(Comment),
      email: Type.Optional(nullable(Email)),
      phone: Type.Optional(nullable(PhoneNumber)),
      mfaBindRequired: Type.Optional(Type.Boolean()),
      passwordResetRequired: Type.Optional(Type.Boolean()),
    }),
    reply: RamUser,
    refusals: [...onUser, 'email_invalid', 'phone_invalid', 'user_password_not_own'],
  },
  'POST /api/ram/users/:id/suspend': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'Suspend a user: sessions end, sign-in is refused',
    params: idParams,
    reply: RamUser,
    refusals: onUser,
  },
  'POST /api/ram/users/:id/resume': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'Let a suspended user sign in again',
    params: idParams,
    reply: RamUser,
    refusals: onUser,
  },
  'DELETE /api/ram/users/:id': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'Put a user into the bin: sessions end, the name stays taken until it is erased after 30 days',
    params: idParams,
    reply: Done,
    refusals: onUser,
  },
  'POST /api/ram/users/:id/restore': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'Take a user out of the bin, suspended',
    params: idParams,
    reply: RamUser,
    refusals: onUser,
  },
  'POST /api/ram/users/:id/first-password': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'A new invitation or generated password; what was before stops working, sessions end',
    params: idParams,
    body: exact({ firstPassword: FirstPassword }),
    reply: exact({ user: RamUser, generatedPassword: nullable(Type.String()) }),
    refusals: [...onUser, 'user_email_missing', 'user_suspended', 'too_often', 'server_busy'],
  },
  'PUT /api/ram/users/:id/role': {
    access: 'session',
    permission: 'roles.write',
    tag: 'RAM users',
    summary: 'Give a user a role, or none',
    params: idParams,
    body: exact({ role: Role }),
    reply: RamUser,
    refusals: onUser,
  },
  'POST /api/ram/users/:id/reset-mfa': {
    access: 'session',
    permission: 'factors.reset',
    tag: 'RAM users',
    summary:
      'Remove every factor of a user: sessions end, MFA is set up at the next sign-in, the user is told',
    params: idParams,
    reply: RamUser,
    refusals: onUser,
  },
  'POST /api/ram/users/:id/bypass-code': {
    access: 'session',
    permission: 'factors.reset',
    tag: 'RAM users',
    summary: 'A code that stands in for the second factor once and opens the wizard alone; shown this once',
    params: idParams,
    body: exact({
      reason: Type.String({ minLength: 1, maxLength: 200 }),
      hours: Type.Integer({ minimum: 1, maximum: 24 }),
    }),
    reply: exact({ code: Type.String(), expiresAt: Instant }),
    refusals: [...onUser, 'method_unavailable', 'user_suspended', 'too_often'],
  },
})
