/** RAM users in SQL; lists run along an index from a key onwards. */
import type { Sql } from '../db/database.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { UserStore } from './store.ts'
import { type Owner, type Tables, toUser } from './user-row.ts'

/** Above whatever a key may go on with. */
const LAST = '\u{10ffff}'

export function sqlUserStore(sql: Sql): UserStore {
  const db = sql.withTables<Tables>()
  const ownerOf = ({ accountId, principalId }: Principal): Owner => ({
    account_id: accountId,
    principal_id: principalId,
  })
  const update = ({ accountId, principalId }: Principal) =>
    db.updateTable('ram_user').where('account_id', '=', accountId).where('principal_id', '=', principalId)

  return {
    async create(user) {
      const owner = ownerOf(user)
      const taken = await db
        .selectFrom('ram_user')
        .select('principal_id')
        .where('account_id', '=', owner.account_id)
        .where('name_key', '=', user.name.key)
        .executeTakeFirst()
      if (taken) return false
      await db
        .insertInto('principal')
        .values({ ...owner, kind: 'ram', security_version: 1, created_at: user.createdAt })
        .execute()
      await db
        .insertInto('ram_user')
        .values({
          ...owner,
          name: user.name.name,
          name_key: user.name.key,
          display_name: user.displayName,
          comment: user.comment,
          state: 'active',
          state_at: user.createdAt,
          role: 'none',
          mfa_bind_required: user.mfaBindRequired ? 1 : 0,
          password_state: user.passwordState,
          first_password_ends_at: user.firstPasswordEndsAt ?? null,
          grace_until: null,
          reminded_at: null,
          idle_told_at: null,
          last_sign_in_at: null,
          last_address: null,
          usual_at: null,
          usual_address: null,
          created_at: user.createdAt,
        })
        .execute()
      if (user.email !== undefined) await this.setEmail(user, user.email)
      if (user.phone !== undefined) await this.setPhone(user, user.phone)
      return true
    },
    async find({ accountId, principalId }) {
      const row = await usersOf(sql, accountId)
        .where('ram_user.principal_id', '=', principalId)
        .executeTakeFirst()
      return row && toUser(row)
    },
    async findByName(accountId, nameKey) {
      const row = await usersOf(sql, accountId).where('ram_user.name_key', '=', nameKey).executeTakeFirst()
      return row && toUser(row)
    },
    async listByName({ accountId, state, prefix, after, limit }) {
      const rows = await usersOf(sql, accountId)
        .$if(state !== undefined, (rows) => rows.where('ram_user.state', '=', state ?? 'active'))
        .$if(prefix !== '', (rows) =>
          rows.where('ram_user.name_key', '>=', prefix).where('ram_user.name_key', '<', `${prefix}${LAST}`),
        )
        .where('ram_user.name_key', '>', after)
        .orderBy('ram_user.name_key')
        .limit(limit)
        .execute()
      return rows.map(toUser)
    },
    async listByEmail({ accountId, state, prefix, after, limit }) {
      const rows = await usersOf(sql, accountId)
        .$if(state !== undefined, (rows) => rows.where('ram_user.state', '=', state ?? 'active'))
        .where('email.account_id', '=', accountId)
        .where('email.address_key', '>=', after.key > prefix ? after.key : prefix)
        .where('email.address_key', '<', `${prefix}${LAST}`)
        .where((row) =>
          row.or([
            row('email.address_key', '>', after.key),
            row.and([
              row('email.address_key', '=', after.key),
              row('email.principal_id', '>', after.principalId),
            ]),
          ]),
        )
        .orderBy('email.address_key')
        .orderBy('email.principal_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...toUser(row), emailKey: row.email_key ?? '' }))
    },
    async emailKeyOf({ accountId, principalId }) {
      const row = await db
        .selectFrom('email')
        .select('address_key')
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row?.address_key
    },
    async count(accountId) {
      const row = await db
        .selectFrom('ram_user')
        .select((eb) => eb.fn.countAll<number>().as('users'))
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow()
      return Number(row.users)
    },
    async change(principal, { displayName, comment, mfaBindRequired }) {
      const changed = {
        ...(displayName === undefined ? {} : { display_name: displayName }),
        ...(comment === undefined ? {} : { comment }),
        ...(mfaBindRequired === undefined ? {} : { mfa_bind_required: mfaBindRequired ? 1 : 0 }),
      }
      if (Object.keys(changed).length > 0) await update(principal).set(changed).execute()
    },
    async setEmail(principal, email) {
      const owner = ownerOf(principal)
      if (email === undefined) {
        await db
          .deleteFrom('email')
          .where('account_id', '=', owner.account_id)
          .where('principal_id', '=', owner.principal_id)
          .execute()
        return
      }
      const set = { address: email.address, address_key: email.key, verified_at: null }
      await db
        .insertInto('email')
        .values({ ...owner, ...set })
        .onConflict((conflict) => conflict.columns(['account_id', 'principal_id']).doUpdateSet(set))
        .execute()
    },
    async setPhone(principal, number) {
      const owner = ownerOf(principal)
      if (number === undefined) {
        await db
          .deleteFrom('phone')
          .where('account_id', '=', owner.account_id)
          .where('principal_id', '=', owner.principal_id)
          .execute()
        return
      }
      const set = { number, verified_at: null }
      await db
        .insertInto('phone')
        .values({ ...owner, ...set })
        .onConflict((conflict) => conflict.columns(['account_id', 'principal_id']).doUpdateSet(set))
        .execute()
    },
    async verifyEmail({ accountId, principalId }, address, now) {
      const done = await db
        .updateTable('email')
        .set({ verified_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('address', '=', address)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },
    async verifyPhone({ accountId, principalId }, number, now) {
      const done = await db
        .updateTable('phone')
        .set({ verified_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('number', '=', number)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },
    async moveState(principal, from, to, now) {
      const moved = await update(principal)
        .set({ state: to, state_at: now, idle_told_at: null })
        .where('state', 'in', [...from])
        .executeTakeFirst()
      return moved.numUpdatedRows > 0n
    },
    async setRole(principal, role) {
      await update(principal).set({ role }).execute()
    },
    async setPasswordState(principal, state, endsAt) {
      await update(principal)
        .set({ password_state: state, first_password_ends_at: endsAt ?? null })
        .execute()
    },
    async setGrace(principal, until) {
      await update(principal)
        .set({ grace_until: until ?? null })
        .execute()
    },
    async noteSignIn(principal, now, { address, usual }) {
      const last = { last_sign_in_at: now, last_address: address, idle_told_at: null }
      await update(principal)
        .set(usual ? { ...last, usual_at: now, usual_address: address } : last)
        .execute()
    },
    async listQuiet(accountId, { since, untoldAfter, limit }) {
      let query = usersOf(sql, accountId)
        .where('ram_user.state', '=', 'active')
        .where('ram_user.state_at', '<=', since)
        .where((row) =>
          row.or([row('ram_user.last_sign_in_at', 'is', null), row('ram_user.last_sign_in_at', '<=', since)]),
        )
      if (untoldAfter !== undefined)
        query = query.where((row) =>
          row.or([row('ram_user.idle_told_at', 'is', null), row('ram_user.idle_told_at', '<', untoldAfter)]),
        )
      return (await query.orderBy('ram_user.name_key').limit(limit).execute()).map(toUser)
    },
    async noteIdleTold(principal, now) {
      await update(principal).set({ idle_told_at: now }).execute()
    },
    async takeReminder(principal, now, before) {
      const taken = await update(principal)
        .set({ reminded_at: now })
        .where((row) => row.or([row('reminded_at', 'is', null), row('reminded_at', '<', before)]))
        .executeTakeFirst()
      return taken.numUpdatedRows > 0n
    },
  }
}

/** The users of an account, each with what is on file; the caller narrows and orders. */
function usersOf(sql: Sql, accountId: AccountId) {
  return sql
    .withTables<Tables>()
    .selectFrom('ram_user')
    .innerJoin('principal', (join) =>
      join
        .onRef('principal.account_id', '=', 'ram_user.account_id')
        .onRef('principal.principal_id', '=', 'ram_user.principal_id'),
    )
    .leftJoin('email', (join) =>
      join
        .onRef('email.account_id', '=', 'ram_user.account_id')
        .onRef('email.principal_id', '=', 'ram_user.principal_id'),
    )
    .leftJoin('phone', (join) =>
      join
        .onRef('phone.account_id', '=', 'ram_user.account_id')
        .onRef('phone.principal_id', '=', 'ram_user.principal_id'),
    )
    .selectAll('ram_user')
    .select([
      'principal.security_version',
      'email.address as email_address',
      'email.address_key as email_key',
      'email.verified_at as email_verified_at',
      'phone.number as phone_number',
      'phone.verified_at as phone_verified_at',
    ])
    .select((row) =>
      row
        .selectFrom('mfa_device')
        .select((device) => device.fn.countAll<number>().as('devices'))
        .whereRef('mfa_device.account_id', '=', 'ram_user.account_id')
        .whereRef('mfa_device.principal_id', '=', 'ram_user.principal_id')
        .as('devices'),
    )
    .where('ram_user.account_id', '=', accountId)
}
