/** Verifications in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId, SessionId, VerificationId } from '../kernel/ids.ts'
import type { VerificationStore } from './store.ts'
import type { Purpose, Verification, VerificationMethod } from './verification.ts'

type Row = {
  account_id: string
  principal_id: string
  verification_id: string
  session_id: string
  purpose: string
  state: string
  method: string | null
  proven_at: number | null
  expires_at: number
}

type Tables = { verification: Row }

export function sqlVerificationStore(sql: Sql): VerificationStore {
  const db = sql.withTables<Tables>()
  return {
    async find({ accountId, principalId }, sessionId, purpose) {
      const row = await db
        .selectFrom('verification')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('session_id', '=', sessionId)
        .where('purpose', '=', purpose)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async replace(verification) {
      const row = {
        account_id: verification.accountId,
        principal_id: verification.principalId,
        verification_id: verification.verificationId,
        session_id: verification.sessionId,
        purpose: verification.purpose,
        state: 'open',
        method: null,
        proven_at: null,
        expires_at: verification.expiresAt,
      }
      await db
        .insertInto('verification')
        .values(row)
        .onConflict((conflict) => conflict.columns(['account_id', 'session_id', 'purpose']).doUpdateSet(row))
        .execute()
    },
    async prove({ accountId, principalId }, verificationId, { method, now, expiresAt }) {
      const proven = await db
        .updateTable('verification')
        .set({ state: 'proven', method, proven_at: now, expires_at: expiresAt })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('verification_id', '=', verificationId)
        .where('state', '=', 'open')
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return proven.numUpdatedRows > 0n
    },
    async purge(now) {
      const purged = await db.deleteFrom('verification').where('expires_at', '<=', now).executeTakeFirst()
      return Number(purged.numDeletedRows)
    },
  }
}

function fromRow(row: Row): Verification {
  const common = {
    accountId: row.account_id as AccountId,
    principalId: row.principal_id as PrincipalId,
    verificationId: row.verification_id as VerificationId,
    sessionId: row.session_id as SessionId,
    purpose: row.purpose as Purpose,
    expiresAt: row.expires_at,
  }
  return row.state === 'proven' && row.method !== null && row.proven_at !== null
    ? { ...common, state: 'proven', method: row.method as VerificationMethod, provenAt: row.proven_at }
    : { ...common, state: 'open' }
}
