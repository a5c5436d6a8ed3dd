/** Codes in SQL. */
import type { Sql } from '../db/database.ts'
import type { ChallengeId } from '../kernel/ids.ts'
import type { Channel } from '../notify/content.ts'
import type { CodeStore } from './store.ts'

type Tables = {
  code: {
    account_id: string
    challenge_id: string
    purpose: string
    channel: string
    destination: string
    mac: string
    sent_at: number
    expires_at: number
  }
}

export function sqlCodeStore(sql: Sql): CodeStore {
  const db = sql.withTables<Tables>()
  return {
    async replace(code) {
      const row = {
        account_id: code.accountId,
        challenge_id: code.challengeId,
        purpose: code.purpose,
        channel: code.channel,
        destination: code.destination,
        mac: code.mac,
        sent_at: code.sentAt,
        expires_at: code.expiresAt,
      }
      await db
        .insertInto('code')
        .values(row)
        .onConflict((conflict) => conflict.columns(['account_id', 'challenge_id']).doUpdateSet(row))
        .execute()
    },
    async find(accountId, challengeId) {
      const row = await db
        .selectFrom('code')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('challenge_id', '=', challengeId)
        .executeTakeFirst()
      return (
        row && {
          accountId: row.account_id,
          challengeId: row.challenge_id as ChallengeId,
          purpose: row.purpose,
          channel: row.channel as Channel,
          destination: row.destination,
          mac: row.mac,
          sentAt: row.sent_at,
          expiresAt: row.expires_at,
        }
      )
    },
    async take(code, now) {
      const taken = await db
        .deleteFrom('code')
        .where('account_id', '=', code.accountId)
        .where('challenge_id', '=', code.challengeId)
        .where('mac', '=', code.mac)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return taken.numDeletedRows > 0n
    },
    async purge(now) {
      await db.deleteFrom('code').where('expires_at', '<=', now).execute()
    },
  }
}
