/** Passwords in SQL. */
import type { Sql } from '../db/database.ts'
import type { PasswordStore } from './store.ts'

type Tables = {
  password: {
    account_id: string
    principal_id: string
    sealed: string
    changed_at: number
    void_at: number | null
  }
}

export function sqlPasswordStore(sql: Sql): PasswordStore {
  const db = sql.withTables<Tables>()
  return {
    async find({ accountId, principalId }) {
      const row = await db
        .selectFrom('password')
        .select(['sealed', 'changed_at', 'void_at'])
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row && { sealed: row.sealed, changedAt: row.changed_at, voidAt: row.void_at ?? undefined }
    },
    async remove({ accountId, principalId }) {
      await db
        .deleteFrom('password')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .execute()
    },
    async makeVoid({ accountId, principalId }, now) {
      const made = await db
        .updateTable('password')
        .set({ void_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('void_at', 'is', null)
        .executeTakeFirst()
      return made.numUpdatedRows > 0n
    },
    async put({ accountId, principalId }, sealed, now) {
      const set = { sealed, changed_at: now, void_at: null }
      await db
        .insertInto('password')
        .values({ account_id: accountId, principal_id: principalId, ...set })
        .onConflict((conflict) => conflict.columns(['account_id', 'principal_id']).doUpdateSet(set))
        .execute()
    },
  }
}
