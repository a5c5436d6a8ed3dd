/** Usual sign-ins in SQL. */
import type { Sql } from '../db/database.ts'
import type { Principal } from '../kernel/principal.ts'
import type { UsualSignInStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  usual_sign_in: Owner & { at: number; address: string }
  seen_browser: Owner & { token_hash: string; seen_at: number }
}

export function sqlUsualSignInStore(sql: Sql): UsualSignInStore {
  const db = sql.withTables<Tables>()
  const ownerOf = ({ accountId, principalId }: Principal): Owner => ({
    account_id: accountId,
    principal_id: principalId,
  })
  return {
    async find({ accountId, principalId }) {
      return db
        .selectFrom('usual_sign_in')
        .select(['at', 'address'])
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
    },
    async put(principal, { at, address }) {
      await db
        .insertInto('usual_sign_in')
        .values({ ...ownerOf(principal), at, address })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'principal_id']).doUpdateSet({ at, address }),
        )
        .execute()
    },
    async hasSeen({ accountId, principalId }, tokenHashes, since) {
      if (tokenHashes.length === 0) return false
      const row = await db
        .selectFrom('seen_browser')
        .select('seen_at')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('token_hash', 'in', tokenHashes)
        .where('seen_at', '>', since)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async seeAgain({ accountId, principalId }, tokenHashes, { since, now }) {
      if (tokenHashes.length === 0) return false
      const seen = await db
        .updateTable('seen_browser')
        .set({ seen_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('token_hash', 'in', tokenHashes)
        .where('seen_at', '>', since)
        .executeTakeFirst()
      return seen.numUpdatedRows > 0n
    },
    async markSeen(principal, tokenHash, now) {
      await db
        .insertInto('seen_browser')
        .values({ ...ownerOf(principal), token_hash: tokenHash, seen_at: now })
        .execute()
    },
    async purge(before) {
      await db.deleteFrom('seen_browser').where('seen_at', '<=', before).execute()
    },
    async forget({ accountId, principalId }) {
      for (const table of ['usual_sign_in', 'seen_browser'] as const)
        await db
          .deleteFrom(table)
          .where('account_id', '=', accountId)
          .where('principal_id', '=', principalId)
          .execute()
    },
  }
}
