/** Passwords in SQL. */
import type { Sql } from '../db/database.ts'
import type { PastPasswordId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { PasswordStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  password: Owner & { sealed: string; changed_at: number; void_at: number | null }
  past_password: Owner & { password_id: string; sealed: string; kept_at: number }
}

export function sqlPasswordStore(sql: Sql): PasswordStore {
  const db = sql.withTables<Tables>()
  const newest = ({ accountId, principalId }: Principal, limit: number) =>
    db
      .selectFrom('past_password')
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)
      .orderBy('kept_at', 'desc')
      .orderBy('password_id')
      .limit(limit)

  return {
    async listPast(principal, limit) {
      const rows = await newest(principal, limit).select(['password_id', 'sealed']).execute()
      return rows.map((row) => ({ passwordId: row.password_id as PastPasswordId, sealed: row.sealed }))
    },
    async addPast({ accountId, principalId }, { passwordId, sealed }, now) {
      const owner = { account_id: accountId, principal_id: principalId }
      await db
        .insertInto('past_password')
        .values({ ...owner, password_id: passwordId, sealed, kept_at: now })
        .execute()
    },
    async dropPast(principal, keep) {
      await db
        .deleteFrom('past_password')
        .where('account_id', '=', principal.accountId)
        .where('principal_id', '=', principal.principalId)
        .where('password_id', 'not in', newest(principal, keep).select('password_id'))
        .execute()
    },
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
