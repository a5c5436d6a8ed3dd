/** Pending sign-in attempts in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, AttemptId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { PendingAttempt } from './pending.ts'
import type { AttemptStore } from './store.ts'

type Row = {
  account_id: string
  principal_id: string
  attempt_id: string
  account_name: string
  proofs: string
  security_version: number
  address: string
  created_at: number
  expires_at: number
}

type Tables = {
  attempt: Row
  attempt_token: { token_hash: string; account_id: string; attempt_id: string }
  principal: { account_id: string; principal_id: string; security_version: number }
}

export function sqlAttemptStore(sql: Sql): AttemptStore {
  const db = sql.withTables<Tables>()

  async function dropOldest(
    { accountId, principalId }: Principal,
    keep: number,
    address?: string,
  ): Promise<void> {
    let newest = db
      .selectFrom('attempt')
      .select('attempt_id')
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)
    let drop = db
      .deleteFrom('attempt')
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)
    if (address !== undefined) {
      newest = newest.where('address', '=', address)
      drop = drop.where('address', '=', address)
    }
    await drop
      .where('attempt_id', 'not in', newest.orderBy('created_at', 'desc').orderBy('attempt_id').limit(keep))
      .execute()
  }

  return {
    async insert(attempt, tokenHash, { perAddress, perPrincipal }) {
      await dropOldest(attempt, perAddress - 1, attempt.address)
      await dropOldest(attempt, perPrincipal - 1)
      await db.insertInto('attempt').values(toRow(attempt)).execute()
      await db
        .insertInto('attempt_token')
        .values({ token_hash: tokenHash, account_id: attempt.accountId, attempt_id: attempt.attemptId })
        .execute()
    },
    async findLive(tokenHash) {
      const row = await db
        .selectFrom('attempt_token')
        .innerJoin('attempt', (join) =>
          join
            .onRef('attempt.account_id', '=', 'attempt_token.account_id')
            .onRef('attempt.attempt_id', '=', 'attempt_token.attempt_id'),
        )
        .innerJoin('principal', (join) =>
          join
            .onRef('principal.account_id', '=', 'attempt.account_id')
            .onRef('principal.principal_id', '=', 'attempt.principal_id')
            .onRef('principal.security_version', '=', 'attempt.security_version'),
        )
        .selectAll('attempt')
        .where('attempt_token.token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async take({ accountId, principalId }, attemptId, now) {
      const current = db
        .selectFrom('principal')
        .select('security_version')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
      const taken = await db
        .deleteFrom('attempt')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('attempt_id', '=', attemptId)
        .where('expires_at', '>', now)
        .where('security_version', '=', current)
        .executeTakeFirst()
      return taken.numDeletedRows > 0n
    },
    async endAll({ accountId, principalId }) {
      const ended = await db
        .deleteFrom('attempt')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return Number(ended.numDeletedRows)
    },
    async purge(now) {
      return Number(
        (await db.deleteFrom('attempt').where('expires_at', '<=', now).executeTakeFirst()).numDeletedRows,
      )
    },
  }
}

function toRow(attempt: PendingAttempt): Row {
  return {
    account_id: attempt.accountId,
    principal_id: attempt.principalId,
    attempt_id: attempt.attemptId,
    account_name: attempt.accountName,
    proofs: JSON.stringify(attempt.proofs),
    security_version: attempt.securityVersion,
    address: attempt.address,
    created_at: attempt.createdAt,
    expires_at: attempt.expiresAt,
  }
}

function fromRow(row: Row): PendingAttempt {
  return {
    accountId: row.account_id as AccountId,
    principalId: row.principal_id as PrincipalId,
    attemptId: row.attempt_id as AttemptId,
    accountName: row.account_name,
    proofs: JSON.parse(row.proofs),
    securityVersion: row.security_version,
    address: row.address,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
