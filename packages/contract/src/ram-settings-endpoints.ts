/** The wire of an account's security settings: alias, who must have MFA, the dry run before it, and reminders. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { Done, exact, Instant, nullable } from './fields.ts'

export const WhoMust = Type.Union([
  Type.Literal('nobody'),
  Type.Literal('everyone'),
  Type.Literal('marked'),
  Type.Literal('unusual'),
])

/** By what users may verify their identity while no second factor is bound. */
export const IdentityMethod = Type.Union([
  Type.Literal('email'),
  Type.Literal('phone'),
  Type.Literal('security_questions'),
])

const settable = {
  whoMust: WhoMust,
  graceDays: Type.Integer({ minimum: 0, maximum: 30 }),
  usersManageDevices: Type.Boolean(),
  /** CIDRs from which users may sign in; empty is everywhere. */
  networks: Type.Array(Type.String({ maxLength: 43 }), { maxItems: 40 }),
  sessionHours: Type.Integer({ minimum: 1, maximum: 24 }),
  minimumPasswordLength: Type.Integer({ minimum: 8, maximum: 32 }),
  /** For so long a browser may stand in for the second step; 0 is never. */
  trustBrowserDays: Type.Integer({ minimum: 0, maximum: 30 }),
  /** After so many days without a sign-in a user is suspended; 0 is never. */
  idleDays: Type.Union([Type.Literal(0), Type.Integer({ minimum: 30, maximum: 730 })]),
  /** So many passwords before the current one may not come back. */
  passwordHistory: Type.Integer({ minimum: 0, maximum: 24 }),
  /** At least one that the server has, and not security questions alone. The owner may use all of them. */
  identityMethods: Type.Array(IdentityMethod, { maxItems: 3 }),
  /** Whether users may have recovery codes. Off, those that they have are deleted. The owner keeps them. */
  recoveryCodes: Type.Boolean(),
}

export const SecuritySettings = exact({
  ...settable,
  alias: nullable(Type.String()),
  enforcedAt: nullable(Instant),
})

/** Who would be affected, by their ids and sign-in names; lists are cut at 100, the counts are whole. */
const Affected = exact({
  count: Type.Integer(),
  users: Type.Array(exact({ id: Type.String(), signInName: Type.String() })),
})

export const DryRun = exact({
  /** Given back when enforcing: what was looked at is then what is enforced. */
  token: Type.String(),
  /** Active ones, as in every list but where it says otherwise. */
  users: Type.Integer(),
  /** Have a second factor already. */
  ready: Type.Integer(),
  sentToSetUp: Affected,
  /** Must set up and have on file none of the ways that are allowed to verify their identity. */
  withoutWay: Affected,
  /** Need not set up, have no second factor, and have on file none of the ways that are allowed: they could not set one up. */
  cannotVerify: Affected,
  /** Have recovery codes, which are deleted; suspended users and those in the bin too. */
  losingRecoveryCodes: Affected,
  /** Last signed in from a network that would be refused. */
  lockedOutByNetwork: Affected,
  /** Stayed away for so long that they are suspended in a week unless they sign in. */
  idle: Affected,
  /** The caller's own network would be refused. */
  callerLockedOut: Type.Boolean(),
})

const guarded = ['sign_in_needed', 'permission_denied', 'step_up_needed'] as const
/** Settings that cannot stand. */
const unfit = ['networks_invalid', 'identity_methods_none', 'identity_methods_closed'] as const

export const ramSettingsEndpoints = defineEndpoints({
  'GET /api/ram/settings': {
    access: 'session',
    permission: 'settings.read',
    tag: 'Security settings',
    summary: 'The account’s security settings',
    reply: SecuritySettings,
    refusals: ['sign_in_needed', 'permission_denied'],
  },
  'PUT /api/ram/alias': {
    access: 'session',
    permission: 'settings.write',
    tag: 'Security settings',
    summary: 'Give the account an alias, or take it away; users sign in by the account’s id as well',
    body: exact({ alias: nullable(Type.String({ maxLength: 64 })) }),
    reply: SecuritySettings,
    refusals: [...guarded, 'alias_invalid', 'alias_taken'],
  },
  'POST /api/ram/settings/preview': {
    access: 'session',
    permission: 'settings.write',
    tag: 'Security settings',
    summary: 'Dry run: who would be affected by these settings; changes nothing',
    body: exact(settable),
    reply: DryRun,
    refusals: ['sign_in_needed', 'permission_denied', ...unfit],
  },
  'PUT /api/ram/settings': {
    access: 'session',
    permission: 'settings.write',
    tag: 'Security settings',
    summary: 'Enforce settings as previewed',
    body: exact({ settings: exact(settable), token: Type.String({ maxLength: 128 }) }),
    reply: SecuritySettings,
    refusals: [...guarded, ...unfit, 'dry_run_needed', 'too_often'],
  },
  'POST /api/ram/reminders': {
    access: 'session',
    permission: 'settings.write',
    tag: 'Security settings',
    summary: 'Remind by mail every user who must set up MFA and has not; at most once a day each',
    reply: exact({ reminded: Type.Integer(), withoutEmail: Type.Integer() }),
    refusals: guarded,
  },
  'POST /api/ram/mfa/later': {
    access: 'owing',
    tag: 'Security settings',
    summary: 'Put the set-up of MFA off for this session while the grace lasts',
    reply: Done,
    refusals: ['sign_in_needed', 'new_password_required', 'mfa_setup_required'],
  },
})
