/** Passwords in SQL. */
import type { Sql } from '../db/database.ts'
import type { PasswordStore } from './store.ts'

type Tables = { password: { account_id: string; principal_id: string; sealed: string; changed_at: number } }

export function sqlPasswordStore(sql: Sql): PasswordStore {
  const db = sql.withTables<Tables>()
  return {
    async find({ accountId, principalId }) {
      const row = await db
        .selectFrom('password')
        .select(['sealed', 'changed_at'])
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row && { sealed: row.sealed, changedAt: row.changed_at }
    },
    async remove({ accountId, principalId }) {
      await db
        .deleteFrom('password')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .execute()
    },
    async put({ accountId, principalId }, sealed, now) {
      await db
        .insertInto('password')
        .values({ account_id: accountId, principal_id: principalId, sealed, changed_at: now })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'principal_id']).doUpdateSet({ sealed, changed_at: now }),
        )
        .execute()
    },
  }
}
