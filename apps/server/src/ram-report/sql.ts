/** Reports in SQL: along an index, a page at a time. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { UserState } from '../users/user.ts'
import type { ReportedUser, ReportStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  ram_user: Owner & {
    name: string
    name_key: string
    display_name: string
    state: string
    mfa_bind_required: number
    last_sign_in_at: number | null
    created_at: number
  }
  sign_in_name: Owner & { name_key: string }
  email: Owner & { address: string }
  phone: Owner
  password: Owner & { changed_at: number }
  mfa_device: Owner & { device_id: string; bound_at: number; last_used_at: number | null }
  recovery_code: Owner & { position: number }
  security_question_set: Owner & { off_at: number | null }
}

export function sqlReportStore(sql: Sql): ReportStore {
  const db = sql.withTables<Tables>()
  return {
    async page(accountId, { after, limit, descending = false }) {
      const rows = await reportedUsers(sql, accountId)
        .$if(after !== '', (users) => users.where('user.name_key', descending ? '<' : '>', after))
        .orderBy('user.name_key', descending ? 'desc' : 'asc')
        .limit(limit)
        .execute()
      return rows.map(toReported)
    },
    async pageBy(accountId, moment, { after, limit, descending }) {
      const direction = descending ? 'desc' : 'asc'
      const onwards = descending ? '<' : '>'
      if (moment === 'lastSignInAt') {
        const rows = await reportedUsers(sql, accountId)
          .where('user.last_sign_in_at', 'is not', null)
          .$if(after !== undefined, (users) =>
            users.where((row) =>
              row(
                row.refTuple('user.last_sign_in_at', 'user.principal_id'),
                onwards,
                row.tuple(after?.at ?? 0, after?.principalId ?? ''),
              ),
            ),
          )
          .orderBy('user.last_sign_in_at', direction)
          .orderBy('user.principal_id', direction)
          .limit(limit)
          .execute()
        return rows.map(toReported)
      }
      // Along the devices, of which each user's oldest, or last used, stands for the user.
      const [column, before] =
        moment === 'boundAt' ? (['bound_at', '<'] as const) : (['last_used_at', '>'] as const)
      const rows = await reportedUsers(sql, accountId)
        .innerJoin('mfa_device as device', (join) =>
          join
            .onRef('device.account_id', '=', 'user.account_id')
            .onRef('device.principal_id', '=', 'user.principal_id'),
        )
        .where('device.account_id', '=', accountId)
        .where(`device.${column}`, 'is not', null)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('mfa_device as other')
                .select('other.device_id')
                .whereRef('other.account_id', '=', 'device.account_id')
                .whereRef('other.principal_id', '=', 'device.principal_id')
                .where((inner) => {
                  const at = inner(`other.${column}`, '+', PLAIN)
                  const own = inner.ref(`device.${column}`)
                  return inner.or([
                    inner(at, before, own),
                    inner.and([
                      inner(at, '=', own),
                      inner('other.device_id', before, inner.ref('device.device_id')),
                    ]),
                  ])
                }),
            ),
          ),
        )
        .$if(after !== undefined, (devices) =>
          devices.where((row) =>
            row(
              row.refTuple(`device.${column}`, 'device.principal_id'),
              onwards,
              row.tuple(after?.at ?? 0, after?.principalId ?? ''),
            ),
          ),
        )
        .orderBy(`device.${column}`, direction)
        .orderBy('device.principal_id', direction)
        .limit(limit)
        .execute()
      return rows.map(toReported)
    },
    async namesOf(accountId, principalIds) {
      const names = new Map<string, { user: string } | { owner: string }>()
      if (principalIds.length === 0) return names
      const users = await db
        .selectFrom('ram_user')
        .select(['principal_id', 'name'])
        .where('account_id', '=', accountId)
        .where('principal_id', 'in', principalIds)
        .execute()
      for (const row of users) names.set(row.principal_id, { user: row.name })
      const owners = await db
        .selectFrom('sign_in_name')
        .innerJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'sign_in_name.account_id')
            .onRef('email.principal_id', '=', 'sign_in_name.principal_id'),
        )
        .select(['email.principal_id', 'email.address'])
        .where('sign_in_name.account_id', '=', accountId)
        .where('sign_in_name.principal_id', 'in', principalIds)
        .execute()
      for (const row of owners) names.set(row.principal_id, { owner: row.address })
      return names
    },
  }
}

/**
 * Of a sum SQLite makes no search: with a bare column it would walk the account's order of moments for each user, until it
 * meets the user.
 */
const PLAIN = 0

/** The users of an account that are not in the bin, each with what is counted of it; the caller narrows and orders. */
function reportedUsers(sql: Sql, accountId: AccountId) {
  return sql
    .withTables<Tables>()
    .selectFrom('ram_user as user')
    .leftJoin('password', (join) =>
      join
        .onRef('password.account_id', '=', 'user.account_id')
        .onRef('password.principal_id', '=', 'user.principal_id'),
    )
    .select((row) => {
      const devices = row
        .selectFrom('mfa_device')
        .whereRef('mfa_device.account_id', '=', 'user.account_id')
        .whereRef('mfa_device.principal_id', '=', 'user.principal_id')
      const countIn = (table: 'recovery_code' | 'email' | 'phone') =>
        row
          .selectFrom(table)
          .select((kept) => kept.fn.countAll<number>().as('count'))
          .whereRef(`${table}.account_id`, '=', 'user.account_id')
          .whereRef(`${table}.principal_id`, '=', 'user.principal_id')
      return [
        'user.principal_id',
        'user.name',
        'user.name_key',
        'user.display_name',
        'user.state',
        'user.mfa_bind_required',
        'user.last_sign_in_at',
        'user.created_at',
        'password.changed_at',
        devices.select((device) => device.fn.countAll<number>().as('count')).as('devices'),
        devices
          .select((device) => device.fn.min<number | null>(device('bound_at', '+', PLAIN)).as('at'))
          .as('bound_at'),
        devices
          .select((device) => device.fn.max<number | null>(device('last_used_at', '+', PLAIN)).as('at'))
          .as('last_used_at'),
        countIn('recovery_code').as('recovery_codes'),
        countIn('email').as('emails'),
        countIn('phone').as('phones'),
        row
          .selectFrom('security_question_set as questions')
          .select('questions.principal_id')
          .whereRef('questions.account_id', '=', 'user.account_id')
          .whereRef('questions.principal_id', '=', 'user.principal_id')
          .where('questions.off_at', 'is', null)
          .as('questions_of'),
      ]
    })
    .where('user.account_id', '=', accountId)
    .where('user.state', '!=', 'removed')
}

type ReportedRow = Awaited<ReturnType<ReturnType<typeof reportedUsers>['execute']>>[number]

function toReported(row: ReportedRow): ReportedUser {
  return {
    principalId: row.principal_id as PrincipalId,
    name: row.name,
    nameKey: row.name_key,
    displayName: row.display_name,
    state: row.state as UserState,
    mfaBindRequired: row.mfa_bind_required === 1,
    hasEmail: Number(row.emails) > 0,
    hasPhone: Number(row.phones) > 0,
    hasQuestions: row.questions_of !== null,
    devices: Number(row.devices),
    recoveryCodes: Number(row.recovery_codes),
    boundAt: row.bound_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    lastSignInAt: row.last_sign_in_at ?? undefined,
    createdAt: row.created_at,
    passwordChangedAt: row.changed_at ?? undefined,
  }
}
