/** What must be kept of groups and their members. Every question names the account. */
import type { Role } from '@sallyport/contract'
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, GroupId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { GroupName, UserGroup } from './group.ts'

/** A group with how many of its members are not in the bin, counted up to a bound. */
export type CountedGroup = UserGroup & { readonly members: number }

type GroupKey = { readonly accountId: AccountId; readonly groupId: GroupId }

export type GroupStore = {
  /** False when a group of the account has the name. */
  readonly create: (
    group: GroupKey & { readonly name: GroupName; readonly comment: string; readonly createdAt: Instant },
  ) => Promise<boolean>
  readonly find: (key: GroupKey) => Promise<CountedGroup | undefined>
  readonly findByName: (accountId: AccountId, nameKey: string) => Promise<UserGroup | undefined>
  /** In order of the name's key, after one and beginning with something. */
  readonly list: (page: {
    readonly accountId: AccountId
    /** In lower case; empty for all. */
    readonly prefix: string
    readonly after: string
    readonly limit: number
  }) => Promise<readonly CountedGroup[]>
  /** The keys of all names. */
  readonly nameKeys: (accountId: AccountId) => Promise<ReadonlySet<string>>
  readonly count: (accountId: AccountId) => Promise<number>
  /** False when another group of the account has the name. */
  readonly change: (
    key: GroupKey,
    changed: { readonly name?: GroupName; readonly comment?: string },
  ) => Promise<boolean>
  /** With its memberships. */
  readonly remove: (key: GroupKey) => Promise<void>
  /** Adds the user while fewer than `limit` groups hold it; whether it was added. */
  readonly add: (
    key: GroupKey,
    user: Principal & { readonly nameKey: string },
    limit: number,
  ) => Promise<boolean>
  /** Whether the user was in it. */
  readonly takeOut: (key: GroupKey, principalId: Principal['principalId']) => Promise<boolean>
  readonly holds: (key: GroupKey, principalId: Principal['principalId']) => Promise<boolean>
  /** Whether a member has one of the roles. */
  readonly holdsRole: (key: GroupKey, roles: readonly Role[]) => Promise<boolean>
  readonly ofUser: (principal: Principal) => Promise<readonly CountedGroup[]>
}
