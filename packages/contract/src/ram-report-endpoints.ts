/** The wire of the RAM console's overview, report and audit trail. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { exact, Instant, nullable } from './fields.ts'
import { ActivityEvent } from './security-endpoints.ts'

export const RamOverview = exact({
  accountId: Type.String(),
  alias: nullable(Type.String()),
  users: exact({
    active: Type.Integer(),
    suspended: Type.Integer(),
    removed: Type.Integer(),
    withMfa: Type.Integer(),
    obligedWithoutMfa: Type.Integer(),
  }),
  /** 0 to 100, and what would raise it. */
  score: Type.Integer(),
  advice: Type.Array(
    Type.Union([
      Type.Literal('bind_owner_mfa'),
      Type.Literal('enforce_mfa'),
      Type.Literal('remind_users'),
      Type.Literal('remove_idle_users'),
      Type.Literal('set_networks'),
      Type.Literal('owner_recovery_codes'),
    ]),
  ),
  /** One point a day for 30 days. */
  days: Type.Array(
    exact({
      day: Type.String({ description: 'YYYY-MM-DD, UTC' }),
      withMfa: Type.Integer(),
      signIns: Type.Integer(),
      twoStepSignIns: Type.Integer(),
      refused: Type.Integer(),
      /** Sign-ins by what was proven beside the password, if anything. */
      byFactor: exact({
        password: Type.Integer(),
        virtualMfa: Type.Integer(),
        recoveryCode: Type.Integer(),
        bypassCode: Type.Integer(),
      }),
    }),
  ),
})

export const ReportRow = exact({
  id: Type.String(),
  signInName: Type.String(),
  displayName: Type.String(),
  state: Type.String(),
  mfa: Type.Boolean(),
  mfaObliged: Type.Boolean(),
  /** Whether something is on file by which this user may verify its identity, so that it can set MFA up. */
  canVerify: Type.Boolean(),
  factors: Type.Array(Type.String()),
  boundAt: nullable(Instant),
  lastUsedAt: nullable(Instant),
  lastSignInAt: nullable(Instant),
  createdAt: Instant,
})

/** By the name, or by a field of the row. */
export const ReportSort = Type.Union([
  Type.Literal('name'),
  Type.Literal('boundAt'),
  Type.Literal('lastUsedAt'),
  Type.Literal('lastSignInAt'),
])

export const AuditRow = exact({
  ...ActivityEvent.properties,
  subject: Type.String(),
  actorName: Type.String(),
  subjectName: Type.String(),
})

const reportQuery = {
  mfa: Type.Optional(Type.Union([Type.Literal('with'), Type.Literal('without')])),
  sort: Type.Optional(ReportSort),
  order: Type.Optional(Type.Union([Type.Literal('asc'), Type.Literal('desc')])),
}

const read = ['sign_in_needed', 'permission_denied'] as const

export const ramReportEndpoints = defineEndpoints({
  'GET /api/ram/overview': {
    access: 'session',
    permission: 'users.read',
    tag: 'Report',
    summary: 'The account at a glance',
    reply: RamOverview,
    refusals: read,
  },
  'GET /api/ram/report': {
    access: 'session',
    permission: 'report.read',
    tag: 'Report',
    summary:
      'Who has which factors, a page at a time, by name or by a moment; whoever has no such moment comes last',
    query: exact({
      ...reportQuery,
      after: Type.Optional(
        Type.String({
          maxLength: 96,
          description: '`next` of the page before; a page may be short, or empty, and yet have a next one',
        }),
      ),
    }),
    reply: exact({ rows: Type.Array(ReportRow), next: nullable(Type.String()) }),
    refusals: read,
  },
  'GET /api/ram/report-csv': {
    access: 'session',
    permission: 'report.read',
    tag: 'Report',
    summary: 'The whole report as CSV, under the same filter and in the same order',
    query: exact(reportQuery),
    reply: exact({ csv: Type.String() }),
    refusals: read,
  },
  'GET /api/ram/credential-report': {
    access: 'session',
    permission: 'report.read',
    tag: 'Report',
    summary: 'CSV with the cloud’s column names: user, user_creation_time, user_last_logon, mfa_active …',
    reply: exact({ csv: Type.String() }),
    refusals: read,
  },
  'GET /api/ram/audit': {
    access: 'session',
    permission: 'audit.read',
    tag: 'Report',
    summary: 'The account’s audit trail, newest first',
    query: exact({
      before: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$', maxLength: 15 })),
      after: Type.Optional(
        Type.String({ pattern: '^[0-9]{1,15}$', maxLength: 15, description: 'live tail: only newer ones' }),
      ),
      action: Type.Optional(Type.String({ maxLength: 64 })),
      user: Type.Optional(Type.String({ maxLength: 64, description: 'a user’s id' })),
      outcome: Type.Optional(Type.Union([Type.Literal('succeeded'), Type.Literal('refused')])),
      limit: Type.Optional(
        Type.String({
          pattern: '^([1-9][0-9]?|[1-4][0-9]{2}|500)$',
          maxLength: 3,
          description: 'events a page, 1 to 500; else 50',
        }),
      ),
    }),
    reply: exact({ events: Type.Array(AuditRow), more: Type.Boolean() }),
    refusals: read,
  },
})
