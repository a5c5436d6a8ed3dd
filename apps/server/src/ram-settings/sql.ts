/** All users of an account in SQL, by key and a page at a time. */
import type { Sql } from '../db/database.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { SurveyStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  ram_user: Owner & {
    name: string
    name_key: string
    state: string
    mfa_bind_required: number
    grace_until: number | null
    reminded_at: number | null
    last_address: string | null
  }
  email: Owner & { address: string }
  phone: Owner & { number: string }
  mfa_device: Owner & { device_id: string }
}

export function sqlSurveyStore(sql: Sql): SurveyStore {
  const db = sql.withTables<Tables>()
  return {
    async page(accountId, { after, limit }) {
      const rows = await db
        .selectFrom('ram_user as user')
        .leftJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'user.account_id')
            .onRef('email.principal_id', '=', 'user.principal_id'),
        )
        .leftJoin('phone', (join) =>
          join
            .onRef('phone.account_id', '=', 'user.account_id')
            .onRef('phone.principal_id', '=', 'user.principal_id'),
        )
        .select((row) => [
          'user.principal_id',
          'user.name',
          'user.name_key',
          'user.mfa_bind_required',
          'user.last_address',
          'email.address',
          'phone.number',
          row
            .selectFrom('mfa_device as device')
            .select('device.device_id')
            .whereRef('device.account_id', '=', 'user.account_id')
            .whereRef('device.principal_id', '=', 'user.principal_id')
            .limit(1)
            .as('device_id'),
        ])
        .where('user.account_id', '=', accountId)
        .where('user.state', '=', 'active')
        .where('user.name_key', '>', after)
        .orderBy('user.name_key')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        principalId: row.principal_id as PrincipalId,
        name: row.name,
        nameKey: row.name_key,
        mfaBindRequired: row.mfa_bind_required === 1,
        hasDevice: row.device_id !== null,
        hasEmail: row.address !== null,
        hasPhone: row.number !== null,
        lastAddress: row.last_address ?? undefined,
      }))
    },
    async setGrace(accountId, of, until) {
      let update = db
        .updateTable('ram_user')
        .set({ grace_until: until ?? null })
        .where('account_id', '=', accountId)
      if (of !== 'all') update = update.where('mfa_bind_required', '=', of === 'marked' ? 1 : 0)
      await update.execute()
    },
    async stragglers(accountId, { of, after, limit }) {
      let query = db
        .selectFrom('ram_user as user')
        .leftJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'user.account_id')
            .onRef('email.principal_id', '=', 'user.principal_id'),
        )
        .select(['user.principal_id', 'user.name_key', 'user.grace_until', 'email.address'])
        .where('user.account_id', '=', accountId)
        .where('user.state', '=', 'active')
        .where('user.name_key', '>', after)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('mfa_device as device')
                .select('device.device_id')
                .whereRef('device.account_id', '=', 'user.account_id')
                .whereRef('device.principal_id', '=', 'user.principal_id'),
            ),
          ),
        )
      if (of === 'marked') query = query.where('user.mfa_bind_required', '=', 1)
      const rows = await query.orderBy('user.name_key').limit(limit).execute()
      return rows.map((row) => ({
        principalId: row.principal_id as PrincipalId,
        nameKey: row.name_key,
        email: row.address ?? undefined,
        graceUntil: row.grace_until ?? undefined,
      }))
    },
    async noteReminded({ accountId, principalId }, { now, since }) {
      const noted = await db
        .updateTable('ram_user')
        .set({ reminded_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('state', '=', 'active')
        .where((row) => row.or([row('reminded_at', 'is', null), row('reminded_at', '<=', since)]))
        .executeTakeFirst()
      return noted.numUpdatedRows > 0n
    },
  }
}
