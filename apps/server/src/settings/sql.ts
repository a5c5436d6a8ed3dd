/** Security settings in SQL; the alias is a column of the account itself. */
import type { Sql } from '../db/database.ts'
import type { AccountId } from '../kernel/ids.ts'
import {
  type ChosenSettings,
  defaultSettings,
  type IdentityMethod,
  type SecuritySettings,
  type WhoMust,
} from './settings.ts'
import type { SettingsStore } from './store.ts'

type Row = {
  account_id: string
  who_must: string
  grace_days: number
  users_manage_devices: number
  networks: string
  session_hours: number
  minimum_password_length: number
  trust_browser_days: number
  idle_days: number
  idle_enforced_at: number | null
  password_history: number
  identity_methods: string
  recovery_codes: number
  enforced_at: number | null
}

type Tables = { security_settings: Row; account: { account_id: string; alias: string | null } }

export function sqlSettingsStore(sql: Sql): SettingsStore {
  const db = sql.withTables<Tables>()
  return {
    async find(accountId) {
      const row = await db
        .selectFrom('security_settings')
        .selectAll()
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row === undefined ? defaultSettings : toSettings(row)
    },
    async save(accountId, chosen, enforcedAt, idleEnforcedAt) {
      const { account_id, ...values } = {
        account_id: accountId,
        ...fromChosen(chosen),
        enforced_at: enforcedAt,
        idle_enforced_at: idleEnforcedAt ?? null,
      }
      await db
        .insertInto('security_settings')
        .values({ account_id, ...values })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
        .execute()
    },
    async listIdle() {
      const rows = await db
        .selectFrom('security_settings')
        .select('account_id')
        .where('idle_days', '>', 0)
        .execute()
      return rows.map((row) => row.account_id as AccountId)
    },
    async aliasOf(accountId) {
      const row = await db
        .selectFrom('account')
        .select('alias')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row?.alias ?? undefined
    },
    async accountOfAlias(alias) {
      const row = await db
        .selectFrom('account')
        .select('account_id')
        .where('alias', '=', alias)
        .executeTakeFirst()
      return row?.account_id as AccountId | undefined
    },
    async setAlias(accountId, alias) {
      const set = await db
        .updateTable('account')
        .set({ alias: alias ?? null })
        .where('account_id', '=', accountId)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('account as other')
                .select('other.account_id')
                .where('other.alias', '=', alias ?? '')
                .where('other.account_id', '!=', accountId),
            ),
          ),
        )
        .executeTakeFirst()
      return set.numUpdatedRows > 0n
    },
  }
}

function toSettings(row: Row): SecuritySettings {
  return {
    whoMust: row.who_must as WhoMust,
    graceDays: row.grace_days,
    usersManageDevices: row.users_manage_devices === 1,
    networks: JSON.parse(row.networks) as readonly string[],
    sessionHours: row.session_hours,
    minimumPasswordLength: row.minimum_password_length,
    trustBrowserDays: row.trust_browser_days,
    idleDays: row.idle_days,
    passwordHistory: row.password_history,
    identityMethods: JSON.parse(row.identity_methods) as readonly IdentityMethod[],
    recoveryCodes: row.recovery_codes === 1,
    enforcedAt: row.enforced_at ?? undefined,
    idleEnforcedAt: row.idle_enforced_at ?? undefined,
  }
}

function fromChosen(chosen: ChosenSettings): Omit<Row, 'account_id' | 'enforced_at' | 'idle_enforced_at'> {
  return {
    who_must: chosen.whoMust,
    grace_days: chosen.graceDays,
    users_manage_devices: chosen.usersManageDevices ? 1 : 0,
    networks: JSON.stringify(chosen.networks),
    session_hours: chosen.sessionHours,
    minimum_password_length: chosen.minimumPasswordLength,
    trust_browser_days: chosen.trustBrowserDays,
    idle_days: chosen.idleDays,
    password_history: chosen.passwordHistory,
    identity_methods: JSON.stringify(chosen.identityMethods),
    recovery_codes: chosen.recoveryCodes ? 1 : 0,
  }
}
