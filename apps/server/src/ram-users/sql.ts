/** Erases users in SQL. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { ErasureStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

/** Every table with rows of a principal, the principal itself last. */
const TABLES = [
  'mfa_device',
  'mfa_pending',
  'recovery_code',
  'security_question',
  'security_question_set',
  'verification',
  'address_change',
  'attempt',
  'session',
  'known_device',
  'otp_budget',
  'password',
  'past_password',
  'email',
  'phone',
  'sign_in_name',
  'invitation',
  'bypass_code',
  'group_member',
  'not_me_link',
  'seen_browser',
  'usual_sign_in',
  'ram_user',
  'principal',
] as const

type Tables = Record<Exclude<(typeof TABLES)[number], 'ram_user'>, Owner> & {
  ram_user: Owner & { name: string; state: string; state_at: number }
}

export function sqlErasureStore(sql: Sql): ErasureStore {
  const db = sql.withTables<Tables>()
  return {
    async due(before, limit) {
      const rows = await db
        .selectFrom('ram_user')
        .select(['account_id', 'principal_id', 'name'])
        .where('state', '=', 'removed')
        .where('state_at', '<=', before)
        .orderBy('state_at')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        accountId: row.account_id as AccountId,
        principalId: row.principal_id as PrincipalId,
        name: row.name,
      }))
    },
    async erase({ accountId, principalId }) {
      for (const table of TABLES) {
        await db
          .deleteFrom(table)
          .where('account_id', '=', accountId)
          .where('principal_id', '=', principalId)
          .execute()
      }
    },
  }
}
