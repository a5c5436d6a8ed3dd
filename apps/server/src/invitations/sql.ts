/** Invitations in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { InvitationStore } from './store.ts'

type Tables = {
  invitation: {
    token_hash: string
    account_id: string
    principal_id: string
    address: string
    expires_at: number
  }
}

export function sqlInvitationStore(sql: Sql): InvitationStore {
  const db = sql.withTables<Tables>()
  const removeAll: InvitationStore['removeAll'] = async ({ accountId, principalId }) => {
    const removed = await db
      .deleteFrom('invitation')
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)
      .executeTakeFirst()
    return Number(removed.numDeletedRows)
  }
  return {
    async replace(invitation, tokenHash) {
      await removeAll(invitation)
      await db
        .insertInto('invitation')
        .values({
          token_hash: tokenHash,
          account_id: invitation.accountId,
          principal_id: invitation.principalId,
          address: invitation.address,
          expires_at: invitation.expiresAt,
        })
        .execute()
    },
    async find(tokenHash, now) {
      const row = await db
        .selectFrom('invitation')
        .select(['account_id', 'principal_id', 'address', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return (
        row && {
          accountId: row.account_id as AccountId,
          principalId: row.principal_id as PrincipalId,
          address: row.address,
          expiresAt: row.expires_at,
        }
      )
    },
    async spend(tokenHash, now) {
      const spent = await db
        .deleteFrom('invitation')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return spent.numDeletedRows > 0n
    },
    removeAll,
    async purge(now) {
      const purged = await db.deleteFrom('invitation').where('expires_at', '<=', now).executeTakeFirst()
      return Number(purged.numDeletedRows)
    },
  }
}
