/** Puts users into groups and takes them out. */
import { recordEvent } from '../audit/record-event.ts'
import { joinGroup } from '../groups/join-group.ts'
import type { GroupId, PrincipalId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { type Actor, actOnUser } from '../ram-users/act-on-user.ts'
import type { RamUser } from '../users/user.ts'
import type { GroupDeps, GroupStores } from './deps.ts'

/**
 * What is so already stays so, and the trail says nothing.
 *
 * Refuses: group_not_found, user_group_limit, and what `actOnUser` refuses.
 */
export function changeMembers(
  deps: GroupDeps,
  actor: Actor,
  input: { groupId: GroupId; id: PrincipalId; to: 'in' | 'out' },
  context: RequestContext,
): Promise<RamUser | Refused> {
  const { groupId, id, to } = input
  return actOnUser(deps, actor, { id }, async (stores: GroupStores, user) => {
    const group = await stores.groups.find({ accountId: user.accountId, groupId })
    if (group === undefined) return refuse('group_not_found')
    if (to === 'in') return joinGroup(stores, deps.clock, { group, user, actor: actor.principalId }, context)
    if (!(await stores.groups.takeOut(group, id))) return undefined
    await recordEvent(stores, deps.clock, {
      accountId: user.accountId,
      actor: actor.principalId,
      subject: id,
      action: 'group.member_removed',
      outcome: 'succeeded',
      context,
      details: { group: group.name },
    })
    return undefined
  })
}
