/** Virtual MFA devices in SQL. */
import type { Algorithm, Shape } from '@sallyport/otp'
import type { Sql } from '../db/database.ts'
import type { AccountId, BindingId, MfaDeviceId, PrincipalId, SessionId } from '../kernel/ids.ts'
import { DRIFT_LIMIT, type MfaDevice } from './mfa-device.ts'
import type { PendingDevice } from './pending-device.ts'
import type { TotpStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }
type Key = { algorithm: string; digits: number; period_seconds: number; sealed_key: string }

type DeviceRow = Owner &
  Key & {
    device_id: string
    name: string
    name_key: string
    slug: string
    last_step: number
    drift_steps: number
    bound_at: number
    last_used_at: number | null
  }

type PendingRow = Owner & Key & { binding_id: string; session_id: string; misses: number; expires_at: number }

type Tables = { mfa_device: DeviceRow; mfa_pending: PendingRow }

export function sqlTotpStore(sql: Sql): TotpStore {
  const db = sql.withTables<Tables>()
  return {
    async list({ accountId, principalId }) {
      const rows = await db
        .selectFrom('mfa_device')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .orderBy('bound_at')
        .orderBy('device_id')
        .execute()
      return rows.map(toDevice)
    },
    async find({ accountId, principalId }, deviceId) {
      const row = await db
        .selectFrom('mfa_device')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('device_id', '=', deviceId)
        .executeTakeFirst()
      return row && toDevice(row)
    },
    async count({ accountId, principalId }) {
      const { count } = await db
        .selectFrom('mfa_device')
        .select((row) => row.fn.countAll().as('count'))
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async slugsLike(accountId, slug) {
      const rows = await db
        .selectFrom('mfa_device')
        .select('slug')
        .where('account_id', '=', accountId)
        .where((row) => row.or([row('slug', '=', slug), row('slug', 'like', `${slug}-%`)]))
        .execute()
      return rows.map((row) => row.slug)
    },
    async insert(device, nameKey) {
      const inserted = await db
        .insertInto('mfa_device')
        .values(fromDevice(device, nameKey))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async spendStep({ accountId, principalId }, deviceId, { step, observedDrift, now }) {
      const spent = await db
        .updateTable('mfa_device')
        .set((row) => ({
          last_step: step,
          last_used_at: now,
          drift_steps: row
            .case()
            .when(row.and([row('drift_steps', '<', observedDrift), row('drift_steps', '<', DRIFT_LIMIT)]))
            .then(row('drift_steps', '+', 1))
            .when(row.and([row('drift_steps', '>', observedDrift), row('drift_steps', '>', -DRIFT_LIMIT)]))
            .then(row('drift_steps', '-', 1))
            .else(row.ref('drift_steps'))
            .end(),
        }))
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('device_id', '=', deviceId)
        .where('last_step', '<', step)
        .executeTakeFirst()
      return spent.numUpdatedRows > 0n
    },
    async rename({ accountId, principalId }, deviceId, { name, key }) {
      const renamed = await db
        .updateTable('mfa_device')
        .set({ name, name_key: key })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('device_id', '=', deviceId)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('mfa_device as other')
                .select('other.device_id')
                .where('other.account_id', '=', accountId)
                .where('other.principal_id', '=', principalId)
                .where('other.name_key', '=', key)
                .where('other.device_id', '!=', deviceId),
            ),
          ),
        )
        .executeTakeFirst()
      return renamed.numUpdatedRows > 0n
    },
    async remove({ accountId, principalId }, deviceId) {
      const removed = await db
        .deleteFrom('mfa_device')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('device_id', '=', deviceId)
        .executeTakeFirst()
      return removed.numDeletedRows > 0n
    },
    async removeAll({ accountId, principalId }) {
      const removed = await db
        .deleteFrom('mfa_device')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return Number(removed.numDeletedRows)
    },

    async findPending({ accountId, principalId }) {
      const row = await db
        .selectFrom('mfa_pending')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row && toPending(row)
    },
    async replacePending(pending) {
      const row = fromPending(pending)
      await db
        .insertInto('mfa_pending')
        .values(row)
        .onConflict((conflict) => conflict.columns(['account_id', 'principal_id']).doUpdateSet(row))
        .execute()
    },
    async takeMiss({ accountId, principalId, sessionId, bindingId }, { now, limit }) {
      const row = await db
        .updateTable('mfa_pending')
        .set((pending) => ({ misses: pending('misses', '+', 1) }))
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('session_id', '=', sessionId)
        .where('binding_id', '=', bindingId)
        .where('expires_at', '>', now)
        .where('misses', '<', limit)
        .returningAll()
        .executeTakeFirst()
      return row && toPending(row)
    },
    async takePending({ accountId, principalId, sessionId, bindingId }, now) {
      const taken = await db
        .deleteFrom('mfa_pending')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('session_id', '=', sessionId)
        .where('binding_id', '=', bindingId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return taken.numDeletedRows > 0n
    },
    async dropPending({ accountId, principalId }) {
      const dropped = await db
        .deleteFrom('mfa_pending')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return dropped.numDeletedRows > 0n
    },
    async purgePending(now) {
      const purged = await db.deleteFrom('mfa_pending').where('expires_at', '<=', now).executeTakeFirst()
      return Number(purged.numDeletedRows)
    },
  }
}

function fromShape({ algorithm, digits, periodSeconds }: Shape): Omit<Key, 'sealed_key'> {
  return { algorithm, digits, period_seconds: periodSeconds }
}

/** The shape needs no check: the sealed key does not open under another one. */
function toShape(row: Key): Shape {
  return { algorithm: row.algorithm as Algorithm, digits: row.digits, periodSeconds: row.period_seconds }
}

function toOwner(row: Owner) {
  return { accountId: row.account_id as AccountId, principalId: row.principal_id as PrincipalId }
}

function toDevice(row: DeviceRow): MfaDevice {
  return {
    ...toOwner(row),
    deviceId: row.device_id as MfaDeviceId,
    name: row.name,
    slug: row.slug,
    shape: toShape(row),
    lastStep: row.last_step,
    driftSteps: row.drift_steps,
    boundAt: row.bound_at,
    lastUsedAt: row.last_used_at ?? undefined,
    sealedKey: row.sealed_key,
  }
}

function fromDevice(device: MfaDevice, nameKey: string): DeviceRow {
  return {
    account_id: device.accountId,
    principal_id: device.principalId,
    device_id: device.deviceId,
    name: device.name,
    name_key: nameKey,
    slug: device.slug,
    ...fromShape(device.shape),
    sealed_key: device.sealedKey,
    last_step: device.lastStep,
    drift_steps: device.driftSteps,
    bound_at: device.boundAt,
    last_used_at: device.lastUsedAt ?? null,
  }
}

function toPending(row: PendingRow): PendingDevice {
  return {
    ...toOwner(row),
    bindingId: row.binding_id as BindingId,
    sessionId: row.session_id as SessionId,
    shape: toShape(row),
    misses: row.misses,
    expiresAt: row.expires_at,
    sealedKey: row.sealed_key,
  }
}

function fromPending(pending: PendingDevice): PendingRow {
  return {
    account_id: pending.accountId,
    principal_id: pending.principalId,
    binding_id: pending.bindingId,
    session_id: pending.sessionId,
    ...fromShape(pending.shape),
    sealed_key: pending.sealedKey,
    misses: pending.misses,
    expires_at: pending.expiresAt,
  }
}
