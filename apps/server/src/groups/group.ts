/** Groups of RAM users as the rules see them, and what a group may be called. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, GroupId } from '../kernel/ids.ts'

/** Of one account. */
export const GROUP_LIMIT = 300

export type GroupName = {
  /** As it was typed. */
  readonly name: string
  /** What is compared: lower case. */
  readonly key: string
}

export type UserGroup = {
  readonly accountId: AccountId
  readonly groupId: GroupId
  readonly name: string
  readonly nameKey: string
  readonly comment: string
  readonly createdAt: Instant
}

const NAME = /^[A-Za-z0-9._-]{1,64}$/

/** Undefined for what no group may be called. */
export function groupName(typed: string): GroupName | undefined {
  return NAME.test(typed) ? { name: typed, key: typed.toLowerCase() } : undefined
}
