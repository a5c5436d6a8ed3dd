/** Puts a user into a group, in the transaction of whoever may. */
import { GROUPS_OF_USER } from '@sallyport/contract'
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { UserGroup } from './group.ts'
import type { GroupStore } from './store.ts'

/**
 * One who is in it stays, and the trail says nothing.
 *
 * Refuses: user_group_limit.
 */
export async function joinGroup(
  stores: { audit: AuditStore; groups: GroupStore },
  clock: Clock,
  input: { group: UserGroup; user: Principal & { readonly nameKey: string }; actor: string },
  context: RequestContext,
): Promise<Refused | undefined> {
  const { group, user, actor } = input
  if (await stores.groups.holds(group, user.principalId)) return undefined
  if (!(await stores.groups.add(group, user, GROUPS_OF_USER)))
    return refuse('user_group_limit', { field: 'groups' })
  await recordEvent(stores, clock, {
    accountId: group.accountId,
    actor,
    subject: user.principalId,
    action: 'group.member_added',
    outcome: 'succeeded',
    context,
    details: { group: group.name },
  })
  return undefined
}
