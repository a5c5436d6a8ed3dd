/** Makes a group of RAM users. */
import { recordEvent } from '../audit/record-event.ts'
import { GROUP_LIMIT, groupName } from '../groups/group.ts'
import type { CountedGroup } from '../groups/store.ts'
import { newId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { type Actor, mayStillAct, proofOf } from '../ram-users/act-on-user.ts'
import type { GroupDeps, GroupStores } from './deps.ts'

/** Refuses: step_up_needed, sign_in_needed, group_name_invalid, group_limit, group_name_taken. */
export async function createGroup(
  deps: GroupDeps,
  actor: Actor,
  typed: { name: string; comment?: string },
  context: RequestContext,
): Promise<CountedGroup | Refused> {
  const needed = await proofOf(deps, actor)
  if (needed) return needed
  const name = groupName(typed.name)
  if (name === undefined) return refuse('group_name_invalid', { field: 'name' })
  const { accountId } = actor
  const key = { accountId, groupId: newId('grp', deps.random) }
  return deps.atomically(async (stores: GroupStores) => {
    if (!(await mayStillAct(stores, deps, actor))) return refuse('sign_in_needed')
    if ((await stores.groups.count(accountId)) >= GROUP_LIMIT) return refuse('group_limit')
    const comment = typed.comment?.trim() ?? ''
    const createdAt = deps.clock.now()
    if (!(await stores.groups.create({ ...key, name, comment, createdAt })))
      return refuse('group_name_taken', { field: 'name' })
    await recordEvent(stores, deps.clock, {
      accountId,
      actor: actor.principalId,
      subject: '',
      action: 'group.created',
      outcome: 'succeeded',
      context,
      details: { group: name.name },
    })
    return { ...key, name: name.name, nameKey: name.key, comment, createdAt, members: 0 }
  })
}
