/** Accounts in SQL; sign-in names are found through a narrow index table. */
import type { Sql } from '../db/database.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { AccountStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  account: { account_id: string; alias: string | null; created_at: number }
  principal: Owner & { kind: 'main' | 'ram'; security_version: number; created_at: number }
  sign_in_name: Owner & { name_key: string }
  email: Owner & { address: string; address_key: string; verified_at: number | null }
  phone: Owner & { number: string; verified_at: number | null }
  set_up_token: { token_hash: string; created_at: number }
}

export function sqlAccountStore(sql: Sql): AccountStore {
  const db = sql.withTables<Tables>()
  const ownerOf = ({ accountId, principalId }: Principal): Owner => ({
    account_id: accountId,
    principal_id: principalId,
  })

  return {
    async createMain(principal, email, now) {
      const owner = ownerOf(principal)
      const taken = await db
        .selectFrom('sign_in_name')
        .select('name_key')
        .where('name_key', '=', email.key)
        .executeTakeFirst()
      if (taken) return false
      await db
        .insertInto('account')
        .values({ account_id: owner.account_id, alias: null, created_at: now })
        .execute()
      await db
        .insertInto('principal')
        .values({ ...owner, kind: 'main', security_version: 1, created_at: now })
        .execute()
      await db
        .insertInto('sign_in_name')
        .values({ ...owner, name_key: email.key })
        .execute()
      await db
        .insertInto('email')
        .values({ ...owner, address: email.address, address_key: email.key, verified_at: now })
        .execute()
      return true
    },
    async findByName(nameKey) {
      const row = await db
        .selectFrom('sign_in_name')
        .innerJoin('principal', (join) =>
          join
            .onRef('principal.account_id', '=', 'sign_in_name.account_id')
            .onRef('principal.principal_id', '=', 'sign_in_name.principal_id'),
        )
        .select(['principal.account_id', 'principal.principal_id', 'principal.security_version'])
        .where('sign_in_name.name_key', '=', nameKey)
        .executeTakeFirst()
      return (
        row && {
          accountId: row.account_id as AccountId,
          principalId: row.principal_id as PrincipalId,
          securityVersion: row.security_version,
        }
      )
    },
    async details({ accountId, principalId }) {
      const row = await db
        .selectFrom('principal')
        .leftJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'principal.account_id')
            .onRef('email.principal_id', '=', 'principal.principal_id'),
        )
        .leftJoin('phone', (join) =>
          join
            .onRef('phone.account_id', '=', 'principal.account_id')
            .onRef('phone.principal_id', '=', 'principal.principal_id'),
        )
        .select([
          'principal.kind',
          'principal.security_version',
          'principal.created_at',
          'email.address',
          'email.verified_at as email_verified_at',
          'phone.number',
          'phone.verified_at as phone_verified_at',
        ])
        .where('principal.account_id', '=', accountId)
        .where('principal.principal_id', '=', principalId)
        .executeTakeFirst()
      return (
        row && {
          accountId,
          principalId,
          kind: row.kind,
          securityVersion: row.security_version,
          email: row.address ?? undefined,
          emailVerifiedAt: row.email_verified_at ?? undefined,
          phone: row.number ?? undefined,
          phoneVerifiedAt: row.phone_verified_at ?? undefined,
          createdAt: row.created_at,
        }
      )
    },
    async mainOf(accountId) {
      // Users have no row of their own in this narrow table.
      const row = await db
        .selectFrom('sign_in_name')
        .select('principal_id')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row?.principal_id as PrincipalId | undefined
    },
    async bumpSecurityVersion({ accountId, principalId }) {
      await db
        .updateTable('principal')
        .set((row) => ({ security_version: row('security_version', '+', 1) }))
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .execute()
    },
    async changeEmail(principal, email, now) {
      const owner = ownerOf(principal)
      const set = { address: email.address, address_key: email.key, verified_at: now }
      const { kind } = await db
        .selectFrom('principal')
        .select('kind')
        .where('account_id', '=', owner.account_id)
        .where('principal_id', '=', owner.principal_id)
        .executeTakeFirstOrThrow()
      if (kind === 'ram') {
        // A user signs in by name: the address is none's name, and others may have it too.
        await db
          .insertInto('email')
          .values({ ...owner, ...set })
          .onConflict((conflict) => conflict.columns(['account_id', 'principal_id']).doUpdateSet(set))
          .execute()
        return true
      }
      const taken = await db
        .selectFrom('sign_in_name')
        .select(['account_id', 'principal_id'])
        .where('name_key', '=', email.key)
        .executeTakeFirst()
      if (taken && (taken.account_id !== owner.account_id || taken.principal_id !== owner.principal_id))
        return false
      await db
        .deleteFrom('sign_in_name')
        .where('account_id', '=', owner.account_id)
        .where('principal_id', '=', owner.principal_id)
        .execute()
      await db
        .insertInto('sign_in_name')
        .values({ ...owner, name_key: email.key })
        .execute()
      await db
        .updateTable('email')
        .set(set)
        .where('account_id', '=', owner.account_id)
        .where('principal_id', '=', owner.principal_id)
        .execute()
      return true
    },
    async setPhone(principal, number, now) {
      await db
        .insertInto('phone')
        .values({ ...ownerOf(principal), number, verified_at: now })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'principal_id']).doUpdateSet({ number, verified_at: now }),
        )
        .execute()
    },
    async removePhone({ accountId, principalId }) {
      const removed = await db
        .deleteFrom('phone')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return removed.numDeletedRows > 0n
    },
    async isEmpty() {
      return (await db.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) === undefined
    },
    async list({ after, limit }) {
      const rows = await db
        .selectFrom('principal')
        .innerJoin('email', (join) =>
          join
            .onRef('email.account_id', '=', 'principal.account_id')
            .onRef('email.principal_id', '=', 'principal.principal_id'),
        )
        .select(['principal.account_id', 'email.address', 'principal.created_at'])
        .where('principal.account_id', '>', after)
        .where('principal.kind', '=', 'main')
        .orderBy('principal.account_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        accountId: row.account_id as AccountId,
        email: row.address,
        createdAt: row.created_at,
      }))
    },
    async replaceSetUpToken(tokenHash, now) {
      await db.deleteFrom('set_up_token').execute()
      await db.insertInto('set_up_token').values({ token_hash: tokenHash, created_at: now }).execute()
    },
    async hasSetUpToken(tokenHash) {
      const row = await db
        .selectFrom('set_up_token')
        .select('token_hash')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row !== undefined
    },
    async spendSetUpToken(tokenHash) {
      const spent = await db.deleteFrom('set_up_token').where('token_hash', '=', tokenHash).executeTakeFirst()
      return spent.numDeletedRows > 0n
    },
  }
}
