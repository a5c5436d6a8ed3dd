/** The links "It wasn't me" in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { NotMeLinkStore } from './store.ts'

type Tables = {
  not_me_link: {
    token_hash: string
    account_id: string
    principal_id: string
    mailbox: string
    password: string
    browser: string
    address: string
    signed_in_at: number
    expires_at: number
  }
}

export function sqlNotMeLinkStore(sql: Sql): NotMeLinkStore {
  const db = sql.withTables<Tables>()
  return {
    async insert(link, tokenHash) {
      await db
        .insertInto('not_me_link')
        .values({
          token_hash: tokenHash,
          account_id: link.accountId,
          principal_id: link.principalId,
          mailbox: link.mailbox,
          password: link.password,
          browser: link.browser,
          address: link.address,
          signed_in_at: link.signedInAt,
          expires_at: link.expiresAt,
        })
        .execute()
    },
    async find(tokenHash, now) {
      const row = await db
        .selectFrom('not_me_link')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return (
        row && {
          accountId: row.account_id as AccountId,
          principalId: row.principal_id as PrincipalId,
          mailbox: row.mailbox,
          password: row.password,
          browser: row.browser,
          address: row.address,
          signedInAt: row.signed_in_at,
          expiresAt: row.expires_at,
        }
      )
    },
    async prolong(tokenHash, expiresAt) {
      await db
        .updateTable('not_me_link')
        .set({ expires_at: expiresAt })
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async spend(tokenHash, now) {
      const spent = await db
        .deleteFrom('not_me_link')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return spent.numDeletedRows > 0n
    },
    async removeAll({ accountId, principalId }) {
      await db
        .deleteFrom('not_me_link')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .execute()
    },
    async purge(now) {
      await db.deleteFrom('not_me_link').where('expires_at', '<=', now).execute()
    },
  }
}
