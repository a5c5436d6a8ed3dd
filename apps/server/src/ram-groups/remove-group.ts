/** Deletes a group; its members stay users. */
import type { Role } from '@sallyport/contract'
import { outranks } from '@sallyport/contract'
import { recordEvent } from '../audit/record-event.ts'
import type { GroupId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../ram-users/act-on-user.ts'
import { actOnGroup } from './act-on-group.ts'
import type { GroupDeps } from './deps.ts'

const ROLES: readonly Role[] = ['ram_administrator', 'security_auditor', 'helpdesk', 'none']

/**
 * It would change the groups of every member, so none may be at or above the actor's rank, the bin included.
 *
 * Refuses: rank_too_low, and what `actOnGroup` refuses.
 */
export function removeGroup(
  deps: GroupDeps,
  actor: Actor,
  groupId: GroupId,
  context: RequestContext,
): Promise<undefined | Refused> {
  const above = ROLES.filter((role) => !outranks(actor.role, role))
  return actOnGroup(deps, actor, groupId, async (stores, group) => {
    if (await stores.groups.holdsRole(group, above)) return refuse('rank_too_low')
    await stores.groups.remove(group)
    await recordEvent(stores, deps.clock, {
      accountId: group.accountId,
      actor: actor.principalId,
      subject: '',
      action: 'group.removed',
      outcome: 'succeeded',
      context,
      details: { group: group.name, members: group.members },
    })
    return undefined
  })
}
