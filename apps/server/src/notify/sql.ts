/** The outbox in SQL. */
import type { Sql } from '../db/database.ts'
import type { Channel } from './content.ts'
import type { OutboxRow, OutboxState, OutboxStore } from './store.ts'

type Row = {
  account_id: string
  message_id: string
  channel: string
  sealed: string
  state: string
  tries: number
  next_at: number
  created_at: number
  expires_at: number
  delivered_at: number | null
  fault: string | null
}

type Tables = { outbox: Row }

export function sqlOutboxStore(sql: Sql): OutboxStore {
  const db = sql.withTables<Tables>()

  const update = (row: OutboxRow) =>
    db.updateTable('outbox').where('account_id', '=', row.accountId).where('message_id', '=', row.messageId)

  return {
    async insert(row) {
      await db
        .insertInto('outbox')
        .values({
          account_id: row.accountId,
          message_id: row.messageId,
          channel: row.channel,
          sealed: row.sealed,
          state: row.state,
          tries: row.tries,
          next_at: row.nextAt,
          created_at: row.createdAt,
          expires_at: row.expiresAt,
          delivered_at: null,
          fault: null,
        })
        .execute()
    },
    async due(channel, now, limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .where('channel', '=', channel)
        .where('expires_at', '>', now)
        .orderBy('next_at')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },
    async nextDue(now) {
      const row = await db
        .selectFrom('outbox')
        .select('next_at')
        .where('state', '=', 'waiting')
        .where('expires_at', '>', now)
        .orderBy('next_at')
        .limit(1)
        .executeTakeFirst()
      return row?.next_at
    },
    async kept(since, limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'kept')
        .where('created_at', '>', since)
        .where('sealed', '!=', '')
        .orderBy('created_at', 'desc')
        .orderBy('message_id')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },
    async delivered(row, now) {
      await update(row).set({ state: 'delivered', sealed: '', delivered_at: now, fault: null }).execute()
    },
    async retryAt(row, nextAt, fault) {
      await update(row)
        .set({ tries: row.tries + 1, next_at: nextAt, fault })
        .execute()
    },
    async failed(row, fault) {
      await update(row)
        .set({ state: 'failed', sealed: '', tries: row.tries + 1, fault })
        .execute()
    },
    async expire(now, before) {
      await db
        .updateTable('outbox')
        .set({ state: 'failed', sealed: '', fault: 'expired' })
        .where('state', '=', 'waiting')
        .where('expires_at', '<=', now)
        .execute()
      await db.deleteFrom('outbox').where('state', '=', 'kept').where('expires_at', '<=', now).execute()
      await db
        .deleteFrom('outbox')
        .where('state', 'in', ['delivered', 'failed'])
        .where('next_at', '<', before)
        .execute()
    },
    async countByState() {
      const rows = await db
        .selectFrom('outbox')
        .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute()
      return rows.map(({ state, count }) => ({ state, count }))
    },
  }
}

function fromRow(row: Row): OutboxRow {
  return {
    accountId: row.account_id,
    messageId: row.message_id,
    channel: row.channel as Channel,
    sealed: row.sealed,
    state: row.state as OutboxState,
    tries: row.tries,
    nextAt: row.next_at,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
