/** Reports in SQL: by key, a page at a time; days are counted when events are written. */
import type { Sql } from '../db/database.ts'
import { DAY } from '../kernel/clock.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { UserState } from '../users/user.ts'
import { dayOf } from './days.ts'
import type { ReportStore } from './store.ts'

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
  principal: Owner & { created_at: number }
  sign_in_name: Owner & { name_key: string }
  email: Owner & { address: string }
  phone: Owner
  password: Owner & { changed_at: number }
  mfa_device: Owner & { bound_at: number; last_used_at: number | null }
  recovery_code: Owner & { position: number }
  security_question_set: Owner & { off_at: number | null }
  audit_day: {
    account_id: string
    day: string
    sign_ins: number
    two_step_sign_ins: number
    refused: number
    password_sign_ins: number
    virtual_mfa_sign_ins: number
    recovery_code_sign_ins: number
    bypass_code_sign_ins: number
  }
}

export function sqlReportStore(sql: Sql): ReportStore {
  const db = sql.withTables<Tables>()
  return {
    async page(accountId, { after, limit }) {
      const rows = await db
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
          const addressesIn = (table: 'email' | 'phone') =>
            row
              .selectFrom(table)
              .select((address) => address.fn.countAll<number>().as('count'))
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
            devices.select((device) => device.fn.min<number | null>('bound_at').as('at')).as('bound_at'),
            devices
              .select((device) => device.fn.max<number | null>('last_used_at').as('at'))
              .as('last_used_at'),
            row
              .selectFrom('recovery_code')
              .select((code) => code.fn.countAll<number>().as('count'))
              .whereRef('recovery_code.account_id', '=', 'user.account_id')
              .whereRef('recovery_code.principal_id', '=', 'user.principal_id')
              .as('recovery_codes'),
            addressesIn('email').as('emails'),
            addressesIn('phone').as('phones'),
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
        .where('user.name_key', '>', after)
        .orderBy('user.name_key')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
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
      }))
    },
    async owner(accountId) {
      // Users have no row of their own in this narrow table: it finds the main account without reading them.
      const row = await db
        .selectFrom('sign_in_name')
        .innerJoin('principal', (join) =>
          join
            .onRef('principal.account_id', '=', 'sign_in_name.account_id')
            .onRef('principal.principal_id', '=', 'sign_in_name.principal_id'),
        )
        .leftJoin('password', (join) =>
          join
            .onRef('password.account_id', '=', 'principal.account_id')
            .onRef('password.principal_id', '=', 'principal.principal_id'),
        )
        .select((eb) => [
          'principal.principal_id',
          'principal.created_at',
          'password.changed_at',
          eb
            .selectFrom('mfa_device')
            .select((device) => device.fn.countAll<number>().as('count'))
            .whereRef('mfa_device.account_id', '=', 'principal.account_id')
            .whereRef('mfa_device.principal_id', '=', 'principal.principal_id')
            .as('devices'),
          eb
            .selectFrom('recovery_code')
            .select((code) => code.fn.countAll<number>().as('count'))
            .whereRef('recovery_code.account_id', '=', 'principal.account_id')
            .whereRef('recovery_code.principal_id', '=', 'principal.principal_id')
            .as('recovery_codes'),
        ])
        .where('sign_in_name.account_id', '=', accountId)
        .executeTakeFirst()
      return (
        row && {
          principalId: row.principal_id as PrincipalId,
          devices: Number(row.devices),
          recoveryCodes: Number(row.recovery_codes),
          createdAt: row.created_at,
          passwordChangedAt: row.changed_at ?? undefined,
        }
      )
    },
    async counts(accountId, idleSince) {
      const states = await db
        .selectFrom('ram_user')
        .select((row) => ['state', row.fn.countAll<number>().as('users')])
        .where('account_id', '=', accountId)
        .groupBy('state')
        .execute()
      const active = await db
        .selectFrom('ram_user')
        .select((row) => [
          row.fn.sum<number | null>('mfa_bind_required').as('marked'),
          row.fn
            .sum<number | null>(
              row
                .case()
                .when(row.fn.coalesce('last_sign_in_at', 'created_at'), '<', idleSince)
                .then(1)
                .else(0)
                .end(),
            )
            .as('idle'),
        ])
        .where('account_id', '=', accountId)
        .where('state', '=', 'active')
        .executeTakeFirstOrThrow()
      const inState = (state: UserState) => Number(states.find((row) => row.state === state)?.users ?? 0)
      return {
        active: inState('active'),
        suspended: inState('suspended'),
        removed: inState('removed'),
        marked: Number(active.marked ?? 0),
        idle: Number(active.idle ?? 0),
      }
    },
    async boundByDay(accountId, since) {
      // From the devices, of which there may be far fewer than users, in the order of their key.
      const rows = await db
        .selectFrom((from) =>
          from
            .selectFrom('mfa_device')
            .select((row) => ['account_id', 'principal_id', row.fn.min('bound_at').as('at')])
            .where('account_id', '=', accountId)
            .groupBy(['account_id', 'principal_id'])
            .as('first'),
        )
        .innerJoin('ram_user', (join) =>
          join
            .onRef('ram_user.account_id', '=', 'first.account_id')
            .onRef('ram_user.principal_id', '=', 'first.principal_id'),
        )
        .select((row) => [
          'ram_user.mfa_bind_required',
          row
            .case()
            .when('first.at', '<', since)
            .then(-1)
            .else(row.cast<number>(row('first.at', '/', DAY), 'integer'))
            .end()
            .as('day'),
          row.fn.countAll<number>().as('users'),
        ])
        .where('ram_user.state', '=', 'active')
        .groupBy(['day', 'ram_user.mfa_bind_required'])
        .orderBy('day')
        .execute()
      return rows.map((row) => {
        const day = Number(row.day)
        const marked = row.mfa_bind_required === 1
        return { day: day < 0 ? '' : dayOf(day * DAY), marked, users: Number(row.users) }
      })
    },
    async days(accountId, from) {
      const rows = await db
        .selectFrom('audit_day')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('day', '>=', from)
        .orderBy('day')
        .execute()
      return rows.map((row) => ({
        day: row.day,
        signIns: row.sign_ins,
        twoStepSignIns: row.two_step_sign_ins,
        refused: row.refused,
        byFactor: {
          password: row.password_sign_ins,
          virtualMfa: row.virtual_mfa_sign_ins,
          recoveryCode: row.recovery_code_sign_ins,
          bypassCode: row.bypass_code_sign_ins,
        },
      }))
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
