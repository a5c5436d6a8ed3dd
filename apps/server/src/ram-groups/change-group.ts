/** Changes a group's name or comment. */
import { recordEvent } from '../audit/record-event.ts'
import { groupName } from '../groups/group.ts'
import type { CountedGroup } from '../groups/store.ts'
import type { GroupId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../ram-users/act-on-user.ts'
import { actOnGroup } from './act-on-group.ts'
import type { GroupDeps } from './deps.ts'

/** Refuses: group_name_invalid, group_name_taken, and what `actOnGroup` refuses. */
export async function changeGroup(
  deps: GroupDeps,
  actor: Actor,
  input: { groupId: GroupId; typed: { name?: string; comment?: string } },
  context: RequestContext,
): Promise<CountedGroup | Refused> {
  const { groupId, typed } = input
  return actOnGroup(deps, actor, groupId, async (stores, group) => {
    const name = typed.name === undefined ? undefined : groupName(typed.name)
    if (typed.name !== undefined && name === undefined) return refuse('group_name_invalid', { field: 'name' })
    const comment = typed.comment?.trim()
    const changed = {
      ...(name === undefined || name.name === group.name ? {} : { name }),
      ...(comment === undefined || comment === group.comment ? {} : { comment }),
    }
    if (Object.keys(changed).length === 0) return group
    if (!(await stores.groups.change(group, changed))) return refuse('group_name_taken', { field: 'name' })
    await recordEvent(stores, deps.clock, {
      accountId: group.accountId,
      actor: actor.principalId,
      subject: '',
      action: 'group.changed',
      outcome: 'succeeded',
      context,
      details: {
        group: name?.name ?? group.name,
        fields: Object.keys(changed).toSorted().join(' '),
        ...(changed.name === undefined ? {} : { before: group.name }),
      },
    })
    return (await stores.groups.find(group)) ?? group
  })
}
