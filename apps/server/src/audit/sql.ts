/** The audit trail in SQL: rows are only ever added. */
import type { Sql } from '../db/database.ts'
import type { RecordedEvent } from './event.ts'
import type { AuditStore } from './store.ts'

type Row = {
  account_id: string
  seq: number
  at: number
  actor: string
  subject: string
  action: string
  outcome: string
  reason: string | null
  factors: string
  address: string | null
  browser: string | null
  request_id: string
  details: string
  prev: string
  hash: string
}

type Tables = { audit_event: Row }

export function sqlAuditStore(sql: Sql): AuditStore {
  const db = sql.withTables<Tables>()
  return {
    head(accountId) {
      return db
        .selectFrom('audit_event')
        .select(['seq', 'hash'])
        .where('account_id', '=', accountId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
    },
    async append(event) {
      await db.insertInto('audit_event').values(toRow(event)).execute()
    },
    async listOfPrincipal(accountId, principalId, { before, limit }) {
      let query = db
        .selectFrom('audit_event')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('subject', '=', principalId)
      if (before !== undefined) query = query.where('seq', '<', before)
      return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(fromRow)
    },
    async listChain(accountId, { after, limit }) {
      const rows = await db
        .selectFrom('audit_event')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },
    async chains() {
      const rows = await db
        .selectFrom('audit_event')
        .select('account_id')
        .distinct()
        .orderBy('account_id')
        .execute()
      return rows.map((row) => row.account_id)
    },
  }
}

function toRow(event: RecordedEvent): Row {
  return {
    account_id: event.accountId,
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    subject: event.subject,
    action: event.action,
    outcome: event.outcome,
    reason: event.reason,
    factors: JSON.stringify(event.factors),
    address: event.address,
    browser: event.browser,
    request_id: event.requestId,
    details: JSON.stringify(event.details),
    prev: event.prev,
    hash: event.hash,
  }
}

function fromRow(row: Row): RecordedEvent {
  return {
    accountId: row.account_id,
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    subject: row.subject,
    action: row.action,
    outcome: row.outcome === 'succeeded' ? 'succeeded' : 'refused',
    reason: row.reason,
    factors: JSON.parse(row.factors),
    address: row.address,
    browser: row.browser,
    requestId: row.request_id,
    details: JSON.parse(row.details),
    prev: row.prev,
    hash: row.hash,
  }
}
