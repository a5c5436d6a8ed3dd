/** Bypass codes in SQL. */
import type { Sql } from '../db/database.ts'
import { BYPASS_TRIES } from './bypass-code.ts'
import type { BypassCodeStore } from './store.ts'

type Tables = {
  bypass_code: {
    account_id: string
    principal_id: string
    mac: string
    tries: number
    expires_at: number
  }
}

export function sqlBypassCodeStore(sql: Sql): BypassCodeStore {
  const db = sql.withTables<Tables>()
  return {
    async replace({ accountId, principalId, mac, expiresAt }) {
      const set = { mac, tries: 0, expires_at: expiresAt }
      await db
        .insertInto('bypass_code')
        .values({ account_id: accountId, principal_id: principalId, ...set })
        .onConflict((conflict) => conflict.columns(['account_id', 'principal_id']).doUpdateSet(set))
        .execute()
    },
    async isLive({ accountId, principalId }, now) {
      const row = await db
        .selectFrom('bypass_code')
        .select('principal_id')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('tries', '<', BYPASS_TRIES)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row !== undefined
    },
    async takeTry(principal, now) {
      const row = await db
        .updateTable('bypass_code')
        .set((code) => ({ tries: code('tries', '+', 1) }))
        .where('account_id', '=', principal.accountId)
        .where('principal_id', '=', principal.principalId)
        .where('tries', '<', BYPASS_TRIES)
        .where('expires_at', '>', now)
        .returning('mac')
        .executeTakeFirst()
      return row?.mac
    },
    async spend({ accountId, principalId }, mac, now) {
      const spent = await db
        .deleteFrom('bypass_code')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('mac', '=', mac)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return spent.numDeletedRows > 0n
    },
    async remove({ accountId, principalId }) {
      const removed = await db
        .deleteFrom('bypass_code')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return removed.numDeletedRows > 0n
    },
    async purge(now) {
      const purged = await db.deleteFrom('bypass_code').where('expires_at', '<=', now).executeTakeFirst()
      return Number(purged.numDeletedRows)
    },
  }
}
