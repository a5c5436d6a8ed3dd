/** The audit trail in SQL: rows are only ever added. */
import type { Sql } from '../db/database.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import { NO_ACCOUNT, type RecordedEvent } from './event.ts'
import type { AuditFilter, AuditStore } from './store.ts'

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

type DayRow = {
  account_id: string
  day: string
  sign_ins: number
  two_step_sign_ins: number
  refused: number
  password_sign_ins: number
  virtual_mfa_sign_ins: number
  recovery_code_sign_ins: number
  bypass_code_sign_ins: number
}

type Tables = { audit_event: Row; audit_day: DayRow }

export function sqlAuditStore(sql: Sql): AuditStore {
  const db = sql.withTables<Tables>()

  /**
   * Places first, from an index that holds every filter, then their rows: asked for whole rows at once, SQLite reads an
   * account's trail from its end until it has found enough, which may be all of it.
   */
  async function listPage(
    accountId: string,
    { action, subject, outcome }: AuditFilter,
    page: Parameters<AuditStore['listOfAccount']>[2],
  ): Promise<readonly RecordedEvent[]> {
    const direction = 'after' in page ? 'asc' : 'desc'
    const placesOf = (of: AuditFilter['outcome']) => {
      let places = db.selectFrom('audit_event').select('seq').where('account_id', '=', accountId)
      if (action !== undefined) places = places.where('action', '=', action)
      if (subject !== undefined) places = places.where('subject', '=', subject)
      if (of !== undefined) places = places.where('outcome', '=', of)
      if ('after' in page) return places.where('seq', '>', page.after)
      return page.before === undefined ? places : places.where('seq', '<', page.before)
    }
    // The index of actions has an order within each outcome; two of them are merged as they are read.
    const merged = action !== undefined && subject === undefined && outcome === undefined
    const places = merged ? placesOf('succeeded').unionAll(placesOf('refused')) : placesOf(outcome)
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('seq', 'in', places.orderBy('seq', direction).limit(page.limit))
      .orderBy('seq', direction)
      .execute()
    return rows.map(fromRow)
  }

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
      const day = dayRow(event)
      if (day === undefined) return
      await db
        .insertInto('audit_day')
        .values(day)
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'day']).doUpdateSet((row) => ({
            sign_ins: row('audit_day.sign_ins', '+', day.sign_ins),
            two_step_sign_ins: row('audit_day.two_step_sign_ins', '+', day.two_step_sign_ins),
            refused: row('audit_day.refused', '+', day.refused),
            password_sign_ins: row('audit_day.password_sign_ins', '+', day.password_sign_ins),
            virtual_mfa_sign_ins: row('audit_day.virtual_mfa_sign_ins', '+', day.virtual_mfa_sign_ins),
            recovery_code_sign_ins: row('audit_day.recovery_code_sign_ins', '+', day.recovery_code_sign_ins),
            bypass_code_sign_ins: row('audit_day.bypass_code_sign_ins', '+', day.bypass_code_sign_ins),
          })),
        )
        .execute()
    },
    listOfPrincipal(accountId, subject, page) {
      return listPage(accountId, { subject, action: undefined, outcome: undefined }, page)
    },
    listOfAccount: listPage,
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

/** What an event adds to its day; most add nothing. Strangers' attempts on no account have no day. */
function dayRow({ accountId, at, action, outcome, factors, details }: RecordedEvent): DayRow | undefined {
  const signIns = action === 'sign_in.succeeded' ? 1 : 0
  const refused = outcome === 'refused' ? 1 : 0
  const bypassed = action === 'sign_in.bypassed' ? 1 : 0
  if (accountId === NO_ACCOUNT || signIns + refused + bypassed === 0) return undefined
  const methods = String(details['method'] ?? '').split('+')
  const by = (method: string) => (signIns === 1 && methods.includes(method) ? 1 : 0)
  const second = by('virtual_mfa') + by('recovery_code')
  return {
    account_id: accountId,
    day: toRfc3339(at).slice(0, 10),
    sign_ins: signIns,
    two_step_sign_ins: signIns === 1 && new Set(factors).size > 1 ? 1 : 0,
    refused,
    password_sign_ins: signIns === 1 && second === 0 ? 1 : 0,
    virtual_mfa_sign_ins: by('virtual_mfa'),
    recovery_code_sign_ins: by('recovery_code'),
    bypass_code_sign_ins: bypassed,
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
