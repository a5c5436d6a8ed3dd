/** Known devices in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, KnownDeviceId, PrincipalId } from '../kernel/ids.ts'
import type { DeviceStore } from './store.ts'

type Tables = {
  known_device: {
    account_id: string
    principal_id: string
    device_id: string
    token_hash: string
    browser: string
    made_at: number
    last_seen_at: number
  }
}

export function sqlDeviceStore(sql: Sql): DeviceStore {
  const db = sql.withTables<Tables>()
  return {
    async find({ accountId, principalId }, tokenHash) {
      const row = await db
        .selectFrom('known_device')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return (
        row && {
          accountId: row.account_id as AccountId,
          principalId: row.principal_id as PrincipalId,
          deviceId: row.device_id as KnownDeviceId,
          browser: row.browser,
          madeAt: row.made_at,
          lastSeenAt: row.last_seen_at,
        }
      )
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
        })
        .execute()
    },
    async seen({ accountId, principalId }, deviceId, now) {
      await db
        .updateTable('known_device')
        .set({ last_seen_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('device_id', '=', deviceId)
        .execute()
    },
    async forgetAll({ accountId, principalId }, except) {
      let query = db
        .deleteFrom('known_device')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
      if (except !== undefined) query = query.where('device_id', '!=', except)
      return Number((await query.executeTakeFirst()).numDeletedRows)
    },
  }
}
