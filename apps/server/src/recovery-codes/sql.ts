/** Recovery codes in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { RecoveryCodeStore } from './store.ts'

type Tables = {
  recovery_code: {
    account_id: string
    principal_id: string
    position: number
    sealed: string
    made_at: number
  }
  ram_user: { account_id: string; principal_id: string }
}

export function sqlRecoveryCodeStore(sql: Sql): RecoveryCodeStore {
  const db = sql.withTables<Tables>()

  async function summary({ accountId, principalId }: Principal) {
    const row = await db
      .selectFrom('recovery_code')
      .select((code) => [code.fn.countAll().as('left'), code.fn.max('made_at').as('made_at')])
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)
      .executeTakeFirstOrThrow()
    const left = Number(row.left)
    return { left, madeAt: left === 0 ? undefined : Number(row.made_at) }
  }

  async function removeAll({ accountId, principalId }: Principal) {
    const removed = await db
      .deleteFrom('recovery_code')
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)
      .executeTakeFirst()
    return Number(removed.numDeletedRows)
  }

  return {
    summary,
    removeAll,
    async removeAllOfUsers(accountId) {
      const removed = await db
        .deleteFrom('recovery_code')
        .where('account_id', '=', accountId)
        .where('principal_id', 'in', (users) =>
          users.selectFrom('ram_user').select('principal_id').where('account_id', '=', accountId),
        )
        .executeTakeFirst()
      return Number(removed.numDeletedRows)
    },
    async find({ accountId, principalId }, position) {
      const row = await db
        .selectFrom('recovery_code')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('position', '=', position)
        .executeTakeFirst()
      return (
        row && {
          accountId: row.account_id as AccountId,
          principalId: row.principal_id as PrincipalId,
          position: row.position,
          sealed: row.sealed,
          madeAt: row.made_at,
        }
      )
    },
    async count(principal) {
      return (await summary(principal)).left
    },
    async replaceAll(principal, codes) {
      await removeAll(principal)
      await db
        .insertInto('recovery_code')
        .values(
          codes.map((code) => ({
            account_id: principal.accountId,
            principal_id: principal.principalId,
            position: code.position,
            sealed: code.sealed,
            made_at: code.madeAt,
          })),
        )
        .execute()
    },
    async spend({ accountId, principalId, position, sealed }) {
      const spent = await db
        .deleteFrom('recovery_code')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('position', '=', position)
        .where('sealed', '=', sealed)
        .executeTakeFirst()
      return spent.numDeletedRows > 0n
    },
  }
}
