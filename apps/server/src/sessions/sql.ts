/** Sessions in SQL; tokens are found through a narrow index table of digests. */
import type { Sql } from '../db/database.ts'
import type { AccountId, KnownDeviceId, PrincipalId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { IDLE_LIMIT, type Session } from './session.ts'
import type { SessionStore } from './store.ts'

type Row = {
  account_id: string
  principal_id: string
  session_id: string
  proofs: string
  security_version: number
  browser: string
  address: string
  opened_at: number
  full_at: number
  last_seen_at: number
  expires_at: number
  later_at: number | null
  unusual: number
  trusted_device: string | null
}

type Tables = {
  session: Row
  session_token: { token_hash: string; account_id: string; session_id: string }
  principal: { account_id: string; principal_id: string; security_version: number }
}

export function sqlSessionStore(sql: Sql): SessionStore {
  const db = sql.withTables<Tables>()

  const ofPrincipal = ({ accountId, principalId }: Principal) =>
    db
      .selectFrom('session')
      .innerJoin('principal', (join) =>
        join
          .onRef('principal.account_id', '=', 'session.account_id')
          .onRef('principal.principal_id', '=', 'session.principal_id')
          .onRef('principal.security_version', '=', 'session.security_version'),
      )
      .selectAll('session')
      .where('session.account_id', '=', accountId)
      .where('session.principal_id', '=', principalId)

  return {
    async insert(session, tokenHash) {
      await db.insertInto('session').values(toRow(session)).execute()
      await db
        .insertInto('session_token')
        .values({ token_hash: tokenHash, account_id: session.accountId, session_id: session.sessionId })
        .execute()
    },
    async findLive(tokenHash) {
      const row = await db
        .selectFrom('session_token')
        .innerJoin('session', (join) =>
          join
            .onRef('session.account_id', '=', 'session_token.account_id')
            .onRef('session.session_id', '=', 'session_token.session_id'),
        )
        .innerJoin('principal', (join) =>
          join
            .onRef('principal.account_id', '=', 'session.account_id')
            .onRef('principal.principal_id', '=', 'session.principal_id')
            .onRef('principal.security_version', '=', 'session.security_version'),
        )
        .selectAll('session')
        .where('session_token.token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async find({ accountId, principalId }, sessionId) {
      const row = await db
        .selectFrom('session')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('session_id', '=', sessionId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async listLive(principal, now) {
      const rows = await ofPrincipal(principal)
        .where('session.expires_at', '>', now)
        .where('session.last_seen_at', '>', now - IDLE_LIMIT)
        .orderBy('session.last_seen_at', 'desc')
        .execute()
      return rows.map(fromRow)
    },
    async touch({ accountId, sessionId }, now) {
      await db
        .updateTable('session')
        .set({ last_seen_at: now })
        .where('account_id', '=', accountId)
        .where('session_id', '=', sessionId)
        .where('last_seen_at', '<', now)
        .execute()
    },
    async noteLater({ accountId, principalId }, sessionId, now) {
      const noted = await db
        .updateTable('session')
        .set({ later_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('session_id', '=', sessionId)
        .executeTakeFirst()
      return noted.numUpdatedRows > 0n
    },
    async end({ accountId, principalId }, sessionId) {
      const ended = await db
        .deleteFrom('session')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('session_id', '=', sessionId)
        .executeTakeFirst()
      return ended.numDeletedRows > 0n
    },
    async endAll({ accountId, principalId }, keep) {
      let query = db
        .deleteFrom('session')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
      if (keep !== undefined) query = query.where('session_id', '!=', keep)
      return Number((await query.executeTakeFirst()).numDeletedRows)
    },
    async endTrusted({ accountId, principalId }, { device, keep }) {
      let query = db
        .deleteFrom('session')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('trusted_device', 'is not', null)
      if (device !== undefined) query = query.where('trusted_device', '=', device)
      if (keep !== undefined) query = query.where('session_id', '!=', keep)
      return Number((await query.executeTakeFirst()).numDeletedRows)
    },
    async endTrustedOfAll(accountId) {
      await db
        .deleteFrom('session')
        .where('account_id', '=', accountId)
        .where('trusted_device', 'is not', null)
        .execute()
    },
    async securityVersion({ accountId, principalId }) {
      const row = await db
        .selectFrom('principal')
        .select('security_version')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row?.security_version
    },
    async purge(now) {
      const purged = await db
        .deleteFrom('session')
        .where((where) =>
          where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', now - IDLE_LIMIT)]),
        )
        .executeTakeFirst()
      return Number(purged.numDeletedRows)
    },
  }
}

function toRow(session: Session): Row {
  return {
    account_id: session.accountId,
    principal_id: session.principalId,
    session_id: session.sessionId,
    proofs: JSON.stringify(session.proofs),
    security_version: session.securityVersion,
    browser: session.browser,
    address: session.address,
    opened_at: session.openedAt,
    full_at: session.fullAt,
    last_seen_at: session.lastSeenAt,
    expires_at: session.expiresAt,
    later_at: session.laterAt ?? null,
    unusual: session.unusual ? 1 : 0,
    trusted_device: session.trustedDevice ?? null,
  }
}

function fromRow(row: Row): Session {
  return {
    accountId: row.account_id as AccountId,
    principalId: row.principal_id as PrincipalId,
    sessionId: row.session_id as SessionId,
    proofs: JSON.parse(row.proofs) as readonly Proof[],
    securityVersion: row.security_version,
    browser: row.browser,
    address: row.address,
    openedAt: row.opened_at,
    fullAt: row.full_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    laterAt: row.later_at ?? undefined,
    unusual: row.unusual === 1,
    trustedDevice: (row.trusted_device ?? undefined) as KnownDeviceId | undefined,
  }
}
