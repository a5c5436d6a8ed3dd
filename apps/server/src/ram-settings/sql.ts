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
    created_at: number
    last_address: string | null
    last_sign_in_at: number | null
    state_at: number
  }
  email: Owner & { address: string; verified_at: number | null }
  phone: Owner & { number: string }
  mfa_device: Owner & { device_id: string }
  recovery_code: Owner & { position: number }
  security_question_set: Owner & { off_at: number | null }
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
          'user.state',
          'user.mfa_bind_required',
          'user.last_address',
          'user.last_sign_in_at',
          'user.state_at',
          'email.address',
          'phone.number',
          row
            .selectFrom('mfa_device as device')
            .select('device.device_id')
            .whereRef('device.account_id', '=', 'user.account_id')
            .whereRef('device.principal_id', '=', 'user.principal_id')
            .limit(1)
            .as('device_id'),
          row
            .selectFrom('recovery_code as code')
            .select('code.position')
            .whereRef('code.account_id', '=', 'user.account_id')
            .whereRef('code.principal_id', '=', 'user.principal_id')
            .limit(1)
            .as('code_position'),
          row
            .selectFrom('security_question_set as set')
            .select('set.principal_id')
            .whereRef('set.account_id', '=', 'user.account_id')
            .whereRef('set.principal_id', '=', 'user.principal_id')
            .where('set.off_at', 'is', null)
            .as('questions_of'),
        ])
        .where('user.account_id', '=', accountId)
        .where('user.name_key', '>', after)
        .orderBy('user.name_key')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        principalId: row.principal_id as PrincipalId,
        name: row.name,
        nameKey: row.name_key,
        active: row.state === 'active',
        mfaBindRequired: row.mfa_bind_required === 1,
        hasDevice: row.device_id !== null,
        hasEmail: row.address !== null,
        hasPhone: row.number !== null,
        hasQuestions: row.questions_of !== null,
        hasRecoveryCodes: row.code_position !== null,
        lastAddress: row.last_address ?? undefined,
        quietSince: Math.max(row.last_sign_in_at ?? 0, row.state_at),
      }))
    },
    async stragglers(accountId, { of, after, limit }) {
      let query = db
        .selectFrom('ram_user as user')
        .leftJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'user.account_id')
            .onRef('email.principal_id', '=', 'user.principal_id'),
        )
        .select([
          'user.principal_id',
          'user.name_key',
          'user.mfa_bind_required',
          'user.grace_until',
          'user.created_at',
          'email.address',
        ])
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
        mfaBindRequired: row.mfa_bind_required === 1,
        createdAt: row.created_at,
        graceUntil: row.grace_until ?? undefined,
      }))
    },
    async codeHolders(accountId) {
      const rows = await db
        .selectFrom('ram_user as user')
        .leftJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'user.account_id')
            .onRef('email.principal_id', '=', 'user.principal_id'),
        )
        .select((row) => [
          'user.principal_id',
          'user.state',
          'email.address',
          'email.verified_at',
          row
            .selectFrom('recovery_code as code')
            .select((code) => code.fn.countAll().as('codes'))
            .whereRef('code.account_id', '=', 'user.account_id')
            .whereRef('code.principal_id', '=', 'user.principal_id')
            .as('codes'),
        ])
        .where('user.account_id', '=', accountId)
        .where((row) =>
          row.exists(
            row
              .selectFrom('recovery_code as code')
              .select('code.position')
              .whereRef('code.account_id', '=', 'user.account_id')
              .whereRef('code.principal_id', '=', 'user.principal_id'),
          ),
        )
        .orderBy('user.name_key')
        .execute()
      return rows.map((row) => ({
        principalId: row.principal_id as PrincipalId,
        codes: Number(row.codes),
        inBin: row.state === 'removed',
        provenEmail: row.verified_at === null ? undefined : (row.address ?? undefined),
      }))
    },
  }
}
