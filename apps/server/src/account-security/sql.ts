/** Changes of address in SQL. */
import type { Sql } from '../db/database.ts'
import type { ChangeId } from '../kernel/ids.ts'
import type { AddressChangeStore } from './store.ts'

type Tables = {
  address_change: {
    account_id: string
    principal_id: string
    change_id: string
    session_id: string
    kind: string
    destination: string
    taken: number
    expires_at: number
  }
}

export function sqlAddressChangeStore(sql: Sql): AddressChangeStore {
  const db = sql.withTables<Tables>()
  return {
    async replace(change) {
      const row = {
        account_id: change.accountId,
        principal_id: change.principalId,
        change_id: change.changeId,
        session_id: change.sessionId,
        kind: change.kind,
        destination: change.destination,
        taken: change.taken ? 1 : 0,
        expires_at: change.expiresAt,
      }
      await db
        .insertInto('address_change')
        .values(row)
        .onConflict((conflict) => conflict.columns(['account_id', 'session_id', 'kind']).doUpdateSet(row))
        .execute()
    },
    async find({ accountId, principalId }, sessionId, kind) {
      const row = await db
        .selectFrom('address_change')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('session_id', '=', sessionId)
        .where('kind', '=', kind)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return (
        row && {
          accountId,
          principalId,
          changeId: row.change_id as ChangeId,
          sessionId,
          kind,
          destination: row.destination,
          taken: row.taken !== 0,
          expiresAt: row.expires_at,
        }
      )
    },
    async take(change, now) {
      const taken = await db
        .deleteFrom('address_change')
        .where('account_id', '=', change.accountId)
        .where('session_id', '=', change.sessionId)
        .where('kind', '=', change.kind)
        .where('change_id', '=', change.changeId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return taken.numDeletedRows > 0n
    },
    async purge(now) {
      await db.deleteFrom('address_change').where('expires_at', '<=', now).execute()
    },
  }
}
