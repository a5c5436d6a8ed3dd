/** RAM users in SQL; lists run along an index from a key onwards. */
import { sql as raw } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { UserPage, UserStore } from './store.ts'
import type { RamUser } from './user.ts'
import { newRow, type Owner, type Tables, toUser } from './user-row.ts'

/** Above whatever a key may go on with. */
const LAST = '\u{10ffff}'

/** Of whoever never signed in the beginning of time; as the index has it. */
const lastSignIn = raw<number>`COALESCE(ram_user.last_sign_in_at, 0)`

export function sqlUserStore(sql: Sql): UserStore {
  const db = sql.withTables<Tables>()
  const ownerOf = ({ accountId, principalId }: Principal): Owner => ({
    account_id: accountId,
    principal_id: principalId,
  })
  const update = ({ accountId, principalId }: Principal) =>
    db.updateTable('ram_user').where('account_id', '=', accountId).where('principal_id', '=', principalId)

  const drop = (table: 'email' | 'phone', { accountId, principalId }: Principal) =>
    db.deleteFrom(table).where('account_id', '=', accountId).where('principal_id', '=', principalId).execute()

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
        .values({ ...owner, ...newRow(user) })
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
    async listByName({ accountId, state, group, prefix, after, limit }) {
      if (group !== undefined) return listMembers(sql, { accountId, state, group, prefix, after, limit })
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
    async listByEmail({ accountId, state, group, prefix, after, limit }) {
      const rows = await usersOf(sql, accountId)
        .select((row) =>
          row
            .selectFrom('group_member')
            .select('group_member.group_id')
            .whereRef('group_member.account_id', '=', 'ram_user.account_id')
            .whereRef('group_member.principal_id', '=', 'ram_user.principal_id')
            .where('group_member.group_id', '=', group ?? '')
            .as('in_group'),
        )
        .$if(state !== undefined, (rows) => rows.where('ram_user.state', '=', state ?? 'active'))
        .where('email.account_id', '=', accountId)
        .where('email.address_key', '>=', after.key > prefix ? after.key : prefix)
        .where('email.address_key', '<', `${prefix}${LAST}`)
        .where((row) =>
          row(
            row.refTuple('email.address_key', 'email.principal_id'),
            '>',
            row.tuple(after.key, after.principalId),
          ),
        )
        .orderBy('email.address_key')
        .orderBy('email.principal_id')
        .limit(limit)
        .execute()
      return rows.map((row) => {
        return { ...toUser(row), emailKey: row.email_key ?? '', inGroup: row.in_group !== null }
      })
    },
    async emailKeyOf(principal) {
      const row = await db
        .selectFrom('email')
        .select('address_key')
        .where((row) => row.and(ownerOf(principal)))
        .executeTakeFirst()
      return row?.address_key
    },
    async takenNames(accountId, nameKeys) {
      if (nameKeys.length === 0) return new Set()
      const rows = await db
        .selectFrom('ram_user')
        .select('name_key')
        .where('account_id', '=', accountId)
        .where('name_key', 'in', nameKeys)
        .execute()
      return new Set(rows.map((row) => row.name_key))
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
      await drop('email', principal)
      if (email === undefined) return
      const set = { address: email.address, address_key: email.key, verified_at: null }
      await db
        .insertInto('email')
        .values({ ...ownerOf(principal), ...set })
        .execute()
    },
    async setPhone(principal, number) {
      await drop('phone', principal)
      if (number === undefined) return
      await db
        .insertInto('phone')
        .values({ ...ownerOf(principal), number, verified_at: null })
        .execute()
    },
    async verifyEmail(principal, address, now) {
      const done = await db
        .updateTable('email')
        .set((row) => ({ verified_at: row.fn.coalesce('verified_at', row.val(now)) }))
        .where((row) => row.and({ ...ownerOf(principal), address }))
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },
    async verifyPhone(principal, number, now) {
      const done = await db
        .updateTable('phone')
        .set((row) => ({ verified_at: row.fn.coalesce('verified_at', row.val(now)) }))
        .where((row) => row.and({ ...ownerOf(principal), number }))
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
    async requireNewPassword(principal, required) {
      const marked = await update(principal)
        .set({ password_state: required ? 'must_change' : 'own' })
        .where('password_state', 'in', ['own', 'must_change'])
        .where('first_password_ends_at', 'is', null)
        .executeTakeFirst()
      return marked.numUpdatedRows > 0n
    },
    async setGrace(principal, until) {
      await update(principal)
        .set({ grace_until: until ?? null })
        .execute()
    },
    async noteSignIn(principal, now, address) {
      await update(principal)
        .set({ last_sign_in_at: now, last_address: address, idle_told_at: null })
        .execute()
    },
    async listQuiet(accountId, { since, untoldAfter, limit }) {
      let query = usersOf(sql, accountId)
        .where('ram_user.state', '=', 'active')
        .where('ram_user.state_at', '<=', since)
        .where(lastSignIn, '<=', since)
      if (untoldAfter !== undefined)
        query = query.where((row) =>
          row.or([row('ram_user.idle_told_at', 'is', null), row('ram_user.idle_told_at', '<', untoldAfter)]),
        )
      return (await query.orderBy(lastSignIn).limit(limit).execute()).map(toUser)
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

/** Along the members of the group, which may be far fewer than the users of the account. */
async function listMembers(
  sql: Sql,
  { accountId, state, group, prefix, after, limit }: UserPage & { group: string; after: string },
): Promise<readonly RamUser[]> {
  const rows = await usersOf(sql, accountId)
    .innerJoin('group_member', (join) =>
      join
        .onRef('group_member.account_id', '=', 'ram_user.account_id')
        .onRef('group_member.principal_id', '=', 'ram_user.principal_id'),
    )
    .where('group_member.account_id', '=', accountId)
    .where('group_member.group_id', '=', group)
    .$if(state !== undefined, (rows) => rows.where('ram_user.state', '=', state ?? 'active'))
    .$if(prefix !== '', (rows) =>
      rows
        .where('group_member.name_key', '>=', prefix)
        .where('group_member.name_key', '<', `${prefix}${LAST}`),
    )
    .where('group_member.name_key', '>', after)
    .orderBy('group_member.name_key')
    .limit(limit)
    .execute()
  return rows.map(toUser)
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
    .select((row) =>
      row
        .selectFrom('security_question_set as questions')
        .select('questions.principal_id')
        .whereRef('questions.account_id', '=', 'ram_user.account_id')
        .whereRef('questions.principal_id', '=', 'ram_user.principal_id')
        .where('questions.off_at', 'is', null)
        .as('questions_set_of'),
    )
    .where('ram_user.account_id', '=', accountId)
}
