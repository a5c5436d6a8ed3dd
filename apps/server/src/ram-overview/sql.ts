/** The overview's numbers in SQL; days are counted when events are written. */
import type { Sql } from '../db/database.ts'
import { DAY } from '../kernel/clock.ts'
import type { UserState } from '../users/user.ts'
import { dayOf } from './days.ts'
import type { OverviewStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  ram_user: Owner & {
    state: string
    mfa_bind_required: number
    last_sign_in_at: number | null
    created_at: number
  }
  mfa_device: Owner & { bound_at: number }
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

export function sqlOverviewStore(sql: Sql): OverviewStore {
  const db = sql.withTables<Tables>()
  return {
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
          // As a condition it would be looked up first: by the state, in the users of every account.
          row.fn
            .sum<number>(row.case().when('ram_user.state', '=', 'active').then(1).else(0).end())
            .as('users'),
        ])
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
  }
}
