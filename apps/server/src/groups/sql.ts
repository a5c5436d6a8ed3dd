/** Groups and memberships in SQL; lists run along an index from a key onwards. */
import { MEMBERS_COUNTED } from '@sallyport/contract'
import type { Sql } from '../db/database.ts'
import type { AccountId, GroupId } from '../kernel/ids.ts'
import type { CountedGroup, GroupStore } from './store.ts'

type GroupRow = {
  account_id: string
  group_id: string
  name: string
  name_key: string
  comment: string
  created_at: number
}

type Tables = {
  user_group: GroupRow
  group_member: { account_id: string; group_id: string; principal_id: string; name_key: string }
  ram_user: { account_id: string; principal_id: string; state: string; role: string }
}

/** Above whatever a key may go on with. */
const LAST = '\u{10ffff}'

export function sqlGroupStore(sql: Sql): GroupStore {
  const db = sql.withTables<Tables>()

  /** Whether a group, other than this one where one is named, has the name. */
  async function isTaken(accountId: string, nameKey: string, groupId?: string): Promise<boolean> {
    const row = await db
      .selectFrom('user_group')
      .select('group_id')
      .where('account_id', '=', accountId)
      .where('name_key', '=', nameKey)
      .executeTakeFirst()
    return row !== undefined && row.group_id !== groupId
  }

  return {
    async create({ accountId, groupId, name, comment, createdAt }) {
      if (await isTaken(accountId, name.key)) return false
      await db
        .insertInto('user_group')
        .values({
          account_id: accountId,
          group_id: groupId,
          name: name.name,
          name_key: name.key,
          comment,
          created_at: createdAt,
        })
        .execute()
      return true
    },
    async find({ accountId, groupId }) {
      const row = await groupsOf(sql, accountId).where('user_group.group_id', '=', groupId).executeTakeFirst()
      return row && toGroup(row)
    },
    async findByName(accountId, nameKey) {
      const row = await groupsOf(sql, accountId).where('user_group.name_key', '=', nameKey).executeTakeFirst()
      return row && toGroup(row)
    },
    async list({ accountId, prefix, after, limit }) {
      const rows = await groupsOf(sql, accountId)
        .$if(prefix !== '', (rows) =>
          rows
            .where('user_group.name_key', '>=', prefix)
            .where('user_group.name_key', '<', `${prefix}${LAST}`),
        )
        .where('user_group.name_key', '>', after)
        .orderBy('user_group.name_key')
        .limit(limit)
        .execute()
      return rows.map(toGroup)
    },
    async nameKeys(accountId) {
      const rows = await db
        .selectFrom('user_group')
        .select('name_key')
        .where('account_id', '=', accountId)
        .execute()
      return new Set(rows.map((row) => row.name_key))
    },
    async count(accountId) {
      const row = await db
        .selectFrom('user_group')
        .select((eb) => eb.fn.countAll<number>().as('groups'))
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow()
      return Number(row.groups)
    },
    async change({ accountId, groupId }, { name, comment }) {
      if (name !== undefined && (await isTaken(accountId, name.key, groupId))) return false
      const changed = {
        ...(name === undefined ? {} : { name: name.name, name_key: name.key }),
        ...(comment === undefined ? {} : { comment }),
      }
      if (Object.keys(changed).length > 0)
        await db
          .updateTable('user_group')
          .set(changed)
          .where('account_id', '=', accountId)
          .where('group_id', '=', groupId)
          .execute()
      return true
    },
    async remove({ accountId, groupId }) {
      for (const table of ['group_member', 'user_group'] as const)
        await db
          .deleteFrom(table)
          .where('account_id', '=', accountId)
          .where('group_id', '=', groupId)
          .execute()
    },
    async add({ accountId, groupId }, { principalId, nameKey }, limit) {
      const added = await db
        .insertInto('group_member')
        .columns(['account_id', 'group_id', 'principal_id', 'name_key'])
        .expression(
          db
            .selectNoFrom((eb) => [
              eb.val<string>(accountId).as('account_id'),
              eb.val<string>(groupId).as('group_id'),
              eb.val<string>(principalId).as('principal_id'),
              eb.val(nameKey).as('name_key'),
            ])
            .where((eb) =>
              eb(
                eb
                  .selectFrom('group_member')
                  .select(({ fn }) => fn.countAll<number>().as('count'))
                  .where('account_id', '=', accountId)
                  .where('principal_id', '=', principalId),
                '<',
                limit,
              ),
            ),
        )
        .executeTakeFirst()
      return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async takeOut({ accountId, groupId }, principalId) {
      const done = await db
        .deleteFrom('group_member')
        .where('account_id', '=', accountId)
        .where('group_id', '=', groupId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return done.numDeletedRows > 0n
    },
    async holds({ accountId, groupId }, principalId) {
      const row = await db
        .selectFrom('group_member')
        .select('principal_id')
        .where('account_id', '=', accountId)
        .where('group_id', '=', groupId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      return row !== undefined
    },
    async holdsRole({ accountId, groupId }, roles) {
      if (roles.length === 0) return false
      const row = await db
        .selectFrom('group_member')
        .innerJoin('ram_user', (join) =>
          join
            .onRef('ram_user.account_id', '=', 'group_member.account_id')
            .onRef('ram_user.principal_id', '=', 'group_member.principal_id'),
        )
        .select('ram_user.principal_id')
        .where('group_member.account_id', '=', accountId)
        .where('group_member.group_id', '=', groupId)
        .where('ram_user.role', 'in', roles)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async ofUser({ accountId, principalId }) {
      const rows = await groupsOf(sql, accountId)
        .where('user_group.group_id', 'in', (eb) =>
          eb
            .selectFrom('group_member')
            .select('group_member.group_id')
            .where('group_member.account_id', '=', accountId)
            .where('group_member.principal_id', '=', principalId),
        )
        .orderBy('user_group.name_key')
        .execute()
      return rows.map(toGroup)
    },
  }
}

/** The groups of an account, each with how many are in it; the caller narrows and orders. */
function groupsOf(sql: Sql, accountId: AccountId) {
  return sql
    .withTables<Tables>()
    .selectFrom('user_group')
    .selectAll('user_group')
    .select((row) =>
      row
        .selectFrom((from) =>
          from
            .selectFrom('group_member')
            .innerJoin('ram_user', (join) =>
              join
                .onRef('ram_user.account_id', '=', 'group_member.account_id')
                .onRef('ram_user.principal_id', '=', 'group_member.principal_id'),
            )
            .select('group_member.principal_id')
            .whereRef('group_member.account_id', '=', 'user_group.account_id')
            .whereRef('group_member.group_id', '=', 'user_group.group_id')
            .where('ram_user.state', '!=', 'removed')
            .limit(MEMBERS_COUNTED)
            .as('some'),
        )
        .select((some) => some.fn.countAll<number>().as('members'))
        .as('members'),
    )
    .where('user_group.account_id', '=', accountId)
}

function toGroup(row: GroupRow & { members: number | null }): CountedGroup {
  return {
    accountId: row.account_id as AccountId,
    groupId: row.group_id as GroupId,
    name: row.name,
    nameKey: row.name_key,
    comment: row.comment,
    createdAt: row.created_at,
    members: Number(row.members ?? 0),
  }
}
