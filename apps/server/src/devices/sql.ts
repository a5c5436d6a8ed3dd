/** Known devices in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, KnownDeviceId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { KnownDevice } from './known-device.ts'
import type { DeviceStore } from './store.ts'

type Row = {
  account_id: string
  principal_id: string
  device_id: string
  token_hash: string
  browser: string
  made_at: number
  last_seen_at: number
  trusted_at: number | null
  /** The principal's security version at that moment: the trust ends with it. */
  trusted_version: number | null
}

type Tables = {
  known_device: Row
  principal: { account_id: string; principal_id: string; security_version: number }
}

export function sqlDeviceStore(sql: Sql): DeviceStore {
  const db = sql.withTables<Tables>()

  const change = ({ accountId, principalId }: Principal) =>
    db
      .updateTable('known_device')
      .where('known_device.account_id', '=', accountId)
      .where('known_device.principal_id', '=', principalId)

  const trusted = ({ accountId, principalId }: Principal, since: number) =>
    db
      .selectFrom('known_device as device')
      .innerJoin('principal', (join) =>
        join
          .onRef('principal.account_id', '=', 'device.account_id')
          .onRef('principal.principal_id', '=', 'device.principal_id')
          .onRef('principal.security_version', '=', 'device.trusted_version'),
      )
      .where('device.account_id', '=', accountId)
      .where('device.principal_id', '=', principalId)
      .where('device.trusted_at', '>', since)

  return {
    async find({ accountId, principalId }, tokenHashes) {
      if (tokenHashes.length === 0) return undefined
      const row = await db
        .selectFrom('known_device')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('token_hash', 'in', tokenHashes)
        .orderBy('last_seen_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async insert(device, tokenHash) {
      await db
        .insertInto('known_device')
        .values({
          account_id: device.accountId,
          principal_id: device.principalId,
          device_id: device.deviceId,
          token_hash: tokenHash,
          browser: device.browser,
          made_at: device.madeAt,
          last_seen_at: device.lastSeenAt,
          trusted_at: null,
          trusted_version: null,
        })
        .execute()
    },
    async seen(principal, deviceId, now) {
      await change(principal).set({ last_seen_at: now }).where('device_id', '=', deviceId).execute()
    },
    async forgetAll({ accountId, principalId }, except) {
      let query = db
        .deleteFrom('known_device')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
      if (except !== undefined) query = query.where('device_id', '!=', except)
      return Number((await query.executeTakeFirst()).numDeletedRows)
    },
    async trust(principal, deviceId, { now, browser, tokenHash }) {
      const version = db
        .selectFrom('principal')
        .select('security_version')
        .where('account_id', '=', principal.accountId)
        .where('principal_id', '=', principal.principalId)
      await change(principal)
        .set({ trusted_at: now, trusted_version: version, browser, token_hash: tokenHash })
        .where('device_id', '=', deviceId)
        .execute()
    },
    async listTrusted(principal, since) {
      const rows = await trusted(principal, since)
        .selectAll('device')
        .orderBy('device.trusted_at', 'desc')
        .execute()
      return rows.map((row) => ({ ...fromRow(row), trustedAt: row.trusted_at ?? 0 }))
    },
    async findTrusted(principal, tokenHashes, { since, browser }) {
      if (tokenHashes.length === 0) return undefined
      const row = await trusted(principal, since)
        .select('device.device_id')
        .where('device.token_hash', 'in', tokenHashes)
        .where('device.browser', '=', browser)
        .executeTakeFirst()
      return row?.device_id as KnownDeviceId | undefined
    },
    async endTrust(principal, deviceId) {
      let query = change(principal)
        .set({ trusted_at: null, trusted_version: null })
        .where('trusted_at', 'is not', null)
      if (deviceId !== undefined) query = query.where('device_id', '=', deviceId)
      return Number((await query.executeTakeFirst()).numUpdatedRows)
    },
    async endTrustOfAll(accountId) {
      await db
        .updateTable('known_device')
        .set({ trusted_at: null, trusted_version: null })
        .where('account_id', '=', accountId)
        .where('trusted_at', 'is not', null)
        .execute()
    },
  }
}

function fromRow(row: Row): KnownDevice {
  return {
    accountId: row.account_id as AccountId,
    principalId: row.principal_id as PrincipalId,
    deviceId: row.device_id as KnownDeviceId,
    browser: row.browser,
    madeAt: row.made_at,
    lastSeenAt: row.last_seen_at,
  }
}
